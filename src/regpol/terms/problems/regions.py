"""What can be wrong in what a rulebook says of regions."""

from regpol.terms.problems.base import Problem


class NoNationalName(Problem):
    """Hal tanpa sebutan nasional.

    Yang diperiksa: tiap hal yang dapat bernama setempat mempunyai sebutan nasional dalam ``wilayah.yaml``.
    Mengapa: wilayah yang nama setempatnya belum ditemukan memakai kata nasional.
    Contoh: hanya ``{hal: desa, wilayah: ["93"], nama: Kampung}``
    Sebaiknya: tambahkan ``{hal: desa, wilayah: nasional, nama: Desa, kepala: Kepala Desa}``.
    """

    code = "LAW50"
    title = "tanpa sebutan nasional"
    found = "hal “{thing}” hanya mempunyai nama setempat"
    expected = "satu sebutan dengan wilayah: nasional dan tanpa jenis"
    action = "tambahkan sebutan nasionalnya dengan sumbernya"
    thing: str


class TwoNames(Problem):
    """Dua sebutan untuk hal dan wilayah yang sama.

    Yang diperiksa: pada tiap wilayah satu hal mempunyai satu nama.
    Mengapa: naskah tidak boleh memilih sendiri di antara dua nama.
    Contoh: wilayah "93" bernama Kampung dan bernama Desa.
    Sebaiknya: satu nama tiap wilayah; nama lain ditulis dalam ``catatan``, atau dengan kode yang lebih sempit.
    """

    code = "LAW51"
    title = "sebutan ganda"
    found = "hal “{thing}” di {region} sudah bernama “{other}”"
    expected = "satu nama untuk satu hal di satu wilayah"
    action = "hapus salah satu, atau persempit wilayah atau jenisnya"
    thing: str
    region: str
    other: str
