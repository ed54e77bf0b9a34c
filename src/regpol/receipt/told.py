"""A verdict in words an official can act on, and as JSON."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from regpol.receipt.inputs import LAW, LIBRARIES
from regpol.receipt.receipt import Receipt
from regpol.receipt.reconciling.checking import Mismatch
from regpol.receipt.verifying import Group, InputCheck, OutputCheck, Part, State, Verdict
from regpol.reports.layout import bullets, heading
from regpol.terms.dates import long_date
from regpol.terms.language import series, thousands

_SHOWN = 20
_GROUP_ORDER = tuple(Group)
_MEANING = {
    Group.LAW: "hukum: peraturan atau nilai yang menjadi dasar berubah",
    Group.DATA: "data: daftar pekerja atau berkas pendampingnya berubah",
    Group.POLICY: "kebijakan: isi project.yaml berubah",
    Group.WORDING: "rumusan: templat, kata-kata, atau gaya naskah berubah",
    Group.PROGRAM: "program: regpol atau pustaka yang dipakainya berubah",
}
_OWN_TEMPLATES = (
    "rumusan dibandingkan dengan templat bawaan: bila dibuat dengan templat sendiri, sebut foldernya dengan --templates"
)


def told(verdict: Verdict, receipt: Receipt, title: str, names: Mapping[str, str]) -> str:
    """The whole report; ``names`` are names of regulations by the file they stand in."""
    return "\n\n".join(_sections(verdict, receipt, title, names)) + "\n"


def _sections(verdict: Verdict, receipt: Receipt, title: str, names: Mapping[str, str]) -> Iterator[str]:
    yield heading(title)
    decided = long_date(date.fromisoformat(receipt.decided))
    region = f"wilayah {receipt.region}, tahun anggaran {receipt.year}"
    yield f"Dibuat {receipt.program} menurut keadaan {decided}; {region}"
    yield "\n".join(_outputs(verdict))
    yield "\n".join(_inputs(verdict, names))
    if verdict.mismatches is not None:
        yield "\n".join(numbers_told(verdict.mismatches))
    if verdict.repeated is not None:
        yield "\n".join(_repeated(verdict))
    yield "Artinya\n" + bullets(conclusion(verdict))


def _outputs(verdict: Verdict) -> Iterator[str]:
    same = len(verdict.outputs) - len(verdict.touched)
    yield f"Berkas hasil: {_count(len(verdict.outputs))} diperiksa, {_count(same)} sama"
    listed = [_output(one) for one in verdict.touched[:_SHOWN]]
    yield from ([bullets(listed)] if listed else [])
    yield from _rest(len(verdict.touched))


def _output(one: OutputCheck) -> str:
    if one.state is State.GONE:
        return f"{one.name}: hilang"
    when = f", ditulis {long_date(one.since)}" if one.since else ""
    if one.state is State.NEW:
        return f"{one.name}: tidak ada dalam kuitansi{when}"
    assert one.before is not None
    assert one.after is not None
    size = f"{_count(one.before)} bita menjadi {_count(one.after)}" if one.before != one.after else "besarnya tetap"
    return f"{one.name}: isinya berubah ({size}{when})"


def _inputs(verdict: Verdict, names: Mapping[str, str]) -> Iterator[str]:
    if verdict.inputs is None:
        yield "Bahan: tidak diperiksa, karena proyeknya tidak disebut (--project FOLDER)"
        return
    same = len(verdict.inputs) - len(verdict.moved)
    yield f"Bahan: {_count(len(verdict.inputs))} diperiksa, {_count(same)} sama"
    for one in verdict.moved:
        yield bullets([_input(one)])
        listed = [_part(one, part, names) for part in one.parts[:_SHOWN]]
        yield from ([bullets(listed, "    ")] if listed else [])
        yield from _rest(len(one.parts), "    ")


def _input(one: InputCheck) -> str:
    many = f", {_count(len(one.parts))} di antaranya" if one.parts else ""
    when = f", berkas ditulis {long_date(one.since)}" if one.since else ""
    label = f"{one.group}: " if str(one.group) != one.name else ""
    return f"{label}{one.name} {one.state}{many}{when}"


def _part(whole: InputCheck, one: Part, names: Mapping[str, str]) -> str:
    if whole.name == LIBRARIES:
        return f"{one.name} {one.before or 'tidak ada'} menjadi {one.after or 'tidak ada'}"
    named = f"{names[one.name]} ({one.name})" if whole.name == LAW and one.name in names else one.name
    when = f", ditulis {long_date(one.since)}" if one.since else ""
    return f"{named}: {one.state}{when}"


def numbers_told(mismatches: tuple[Mismatch, ...]) -> Iterator[str]:
    """How the numbers read back from the files stand."""
    if not mismatches:
        yield "Angka: dibaca kembali dari semua PDF, DOCX, XLSX, dan HTML; semua cocok"
        return
    files = len({one.file for one in mismatches})
    yield f"Angka: dibaca kembali dari berkas jadi; {_count(len(mismatches))} tidak cocok, di {_count(files)} berkas"
    shown = mismatches[:_SHOWN]
    yield bullets(f"{one.where}: {one.way}: {one.found}; seharusnya {one.expected}" for one in shown)
    yield from _rest(len(mismatches))


def _repeated(verdict: Verdict) -> Iterator[str]:
    total = _count(len(verdict.repeated or ()))
    if not verdict.unlike:
        yield f"Dibuat ulang: {total} berkas, semuanya sama persis dengan kuitansi"
        return
    yield f"Dibuat ulang: {total} berkas, {_count(len(verdict.unlike))} tidak sama dengan kuitansi"
    yield bullets(f"{one.name}: {one.state}" for one in verdict.unlike[:_SHOWN])
    yield from _rest(len(verdict.unlike))


def _rest(number: int, indent: str = "  ") -> Iterator[str]:
    if number > _SHOWN:
        yield f"{indent}  … dan {_count(number - _SHOWN)} lagi; semuanya ada dalam --json"


def conclusion(verdict: Verdict) -> Iterator[str]:
    """What follows from the verdict, most pressing first."""
    changed = sum(one.state is State.CHANGED for one in verdict.touched)
    gone = sum(one.state is State.GONE for one in verdict.touched)
    new = sum(one.state is State.NEW for one in verdict.touched)
    if changed:
        yield (
            f"{_count(changed)} berkas bukan lagi yang dibuat regpol: seseorang atau program lain menulisnya sesudah "
            "itu. Jangan dipakai sebelum jelas apa yang diubah; buat ulang, atau catat perubahannya"
        )
    if gone:
        yield f"{_count(gone)} berkas hilang: cari salinannya, atau buat ulang"
    if new:
        yield f"{_count(new)} berkas bukan dari pembuatan ini; regpol tidak menjamin isinya"
    if verdict.mismatches:
        yield f"{_count(len(verdict.mismatches))} angka tidak cocok: jangan edarkan paket ini sebelum dibuat ulang"
    if not verdict.touched:
        yield "semua berkas hasil persis seperti ketika dibuat"
    if verdict.inputs is None:
        yield "belum diketahui apakah hasil ini masih sesuai dengan bahannya; sebut proyeknya"
    elif not verdict.moved:
        yield "semua bahan sama: dibuat ulang sekarang, hasilnya akan sama"
    else:
        groups = [group for group in _GROUP_ORDER if any(one.group is group for one in verdict.moved)]
        for group in groups:
            yield _MEANING[group]
            if group is Group.WORDING and not verdict.own_templates:
                yield _OWN_TEMPLATES
        yield f"buat ulang untuk mendapat hasil menurut {series(tuple(map(str, groups)))} yang sekarang"


def _count(number: int) -> str:
    return thousands(number)


def document(verdict: Verdict, receipt: Receipt) -> dict[str, Any]:
    """The verdict as JSON."""
    return {
        "sama": verdict.all_same,
        "program": receipt.program,
        "keadaan": receipt.decided,
        "hasil": [_output_json(one) for one in verdict.outputs],
        "bahan": None if verdict.inputs is None else [_input_json(one) for one in verdict.inputs],
        "angka": None if verdict.mismatches is None else [_number_json(one) for one in verdict.mismatches],
        "diulang": None if verdict.repeated is None else [_output_json(one) for one in verdict.repeated],
        "artinya": list(conclusion(verdict)),
    }


def numbers_document(mismatches: tuple[Mismatch, ...]) -> dict[str, Any]:
    """The numbers as JSON where there is no receipt: nothing is said of what the receipt would tell."""
    return {
        "sama": not mismatches,
        "program": None,
        "keadaan": None,
        "hasil": [],
        "bahan": None,
        "angka": [_number_json(one) for one in mismatches],
        "diulang": None,
        "artinya": [],
    }


def _number_json(one: Mismatch) -> dict[str, Any]:
    return {
        "berkas": one.file,
        "sel": one.cell or None,
        "masalah": str(one.way),
        "ditemukan": one.found,
        "seharusnya": one.expected,
    }


def _output_json(one: OutputCheck) -> dict[str, Any]:
    return {
        "berkas": one.name,
        "keadaan": str(one.state),
        "bita_kuitansi": one.before,
        "bita_kini": one.after,
        "ditulis": one.since.isoformat() if one.since else None,
    }


def _input_json(one: InputCheck) -> dict[str, Any]:
    return {
        "bahan": one.name,
        "golongan": str(one.group),
        "keadaan": str(one.state),
        "ditulis": one.since.isoformat() if one.since else None,
        "rincian": [
            {
                "nama": part.name,
                "keadaan": str(part.state),
                "kuitansi": part.before,
                "kini": part.after,
                "ditulis": part.since.isoformat() if part.since else None,
            }
            for part in one.parts
        ],
    }
