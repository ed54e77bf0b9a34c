"""Makes the two lists of the Palembang example: about 5,000 RT/RW heads, and the decrees that appointed them.

CONTOH: nobody in them exists; names are put together from common parts and NIK from invented serials.
The program shares no code with regpol, so that its planted faults (tanam.json) test the checker
rather than repeat it. Run it again and the same bytes come out.
"""

import json
from pathlib import Path

from kesalahan import Planter, mess
from lembar import Writer, write
from orang import ON, Maker

REGISTER = ["No", "No. KTP", "NAMA LENGKAP", "L/P", "Tgl. Lahir", "Jabatan", "Kecamatan", "Kelurahan", "Nomor SK"]
DECREES = ["No", "Nomor SK", "Tanggal SK", "Berlaku s/d", "Nama", "NIK", "Tgl Lahir", "Jabatan", "Kelurahan", "Kec."]


def truth(maker: Maker) -> dict[str, object]:
    """What was planted where, and which row rests on which decree."""
    rows: dict[str, dict[str, list[int]]] = {"register": {}, "sk": {}}
    kinds: dict[str, list[int]] = {}
    for side, things, usual in (("register", maker.people, "cocok"), ("sk", maker.decrees, "dipakai")):
        for thing in sorted(things, key=lambda one: one.row):  # type: ignore[attr-defined]
            if thing.klass != usual:  # type: ignore[attr-defined]
                rows[side].setdefault(thing.klass, []).append(thing.row)  # type: ignore[attr-defined]
            if thing.kind and side == "register":  # type: ignore[attr-defined]
                kinds.setdefault(thing.kind, []).append(thing.row)  # type: ignore[attr-defined]
    pairs = [[p.row, p.decree.row] for p in sorted(maker.people, key=lambda one: one.row) if p.decree]
    counted: dict[str, object] = {"baris_register": len(maker.people), "baris_sk": len(maker.decrees)}
    counted["ganda"] = [[one.row, again.row] for one, again in maker.repeated]
    counted["sk_ganda"] = [[one.row, again.row] for one, again in maker.repeated_decrees]
    return {"pada": ON.isoformat(), "wilayah": "16.71", **counted, "kelas": rows, "tanam": kinds, "pasangan": pairs}


def main() -> None:
    here = Path(__file__).parent
    maker = Maker()
    maker.population()
    planter = Planter(maker)
    planter.identities()
    planter.terms()
    planter.missing_and_repeated()
    planter.likeness()
    mess(maker, planter.free)
    maker.dice.shuffle(maker.decrees)
    writer = Writer(maker)
    titles = [
        "DAFTAR KETUA RT DAN RW PENERIMA PERLINDUNGAN",
        "KOTA PALEMBANG",
        "CONTOH: bukan orang nyata",
        "Data RT RW",
    ]
    people = [writer.person(at, p) for at, p in enumerate(maker.people, 1)]
    write(here / "register.xlsx", titles, REGISTER, people, list(maker.people))
    titles = ["REKAPITULASI SK PENGANGKATAN KETUA RT DAN RW", "KOTA PALEMBANG", "CONTOH: bukan SK nyata", "Rekap SK"]
    decrees = [writer.decree(at, d) for at, d in enumerate(maker.decrees, 1)]
    write(here / "daftar-sk.xlsx", titles, DECREES, decrees, list(maker.decrees))
    told = truth(maker)
    (here / "tanam.json").write_text(json.dumps(told, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(people)} baris register, {len(decrees)} baris SK")


if __name__ == "__main__":
    main()
