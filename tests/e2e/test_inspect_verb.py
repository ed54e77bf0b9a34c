"""``register inspect``: planted faults found, the workbook to work in, the page, and nobody shown who is masked."""

import json
import re
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook, load_workbook
from regpol_command import MATARAM, Regpol, Run

from regpol.commands.main import main
from regpol.reports.schemas import documents

sys.path.insert(0, str(Path(__file__).parents[1] / "register"))
from planted_pairs import EXACT, FUZZY, Planted, planted, write
from test_mataram_register import PROBLEMS

CODES = {
    "daftar_lain": "REG28",
    "kategori_lain": "REG32",
    "nama_lain": "REG31",
    "nik_lain": "REG29",
    "nik_kosong": "REG29",
    **dict.fromkeys(FUZZY, "REG30"),
}


@pytest.fixture(scope="module")
def twice() -> Planted:
    return planted()


@pytest.fixture(scope="module")
def lists(twice: Planted, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write(twice, tmp_path_factory.mktemp("daftar"))


@pytest.fixture(scope="module")
def run(regpol: Regpol, lists: tuple[Path, Path]) -> Run:
    page = lists[0].with_name("mutu.html")
    return regpol("register", "inspect", *lists, "--project", MATARAM, "--json", "-o", page).done()


def told(run: Run, lists: tuple[Path, Path]) -> dict[str, set[tuple[int, int]]]:
    """The rows of each code."""
    names = [path.name for path in lists]
    found: dict[str, set[tuple[int, int]]] = {}
    for problem in run.json["problems"]:
        place = problem["place"]
        found.setdefault(problem["code"], set()).add((names.index(Path(place["file"]).name), place["line"]))
    return found


@pytest.mark.parametrize("code", sorted({CODES[kind] for kind in EXACT}))
def test_planted_repeats_are_found_and_nothing_else(
    run: Run, twice: Planted, lists: tuple[Path, Path], code: str
) -> None:
    truth = set().union(*(twice.truth[kind] for kind in EXACT if CODES[kind] == code))
    found = told(run, lists).get(code, set())
    assert len(found & truth) >= 0.98 * len(truth), sorted(truth - found)
    assert len(found & truth) >= 0.98 * len(found), sorted(found - truth)


def test_people_who_are_only_alike_are_mostly_found(run: Run, twice: Planted, lists: tuple[Path, Path]) -> None:
    found = told(run, lists).get("REG30", set())
    truth = set().union(*(twice.truth[kind] for kind in FUZZY))
    figures = {kind: len(found & twice.truth[kind]) / len(twice.truth[kind]) for kind in FUZZY}
    precision = len(found & truth) / len(found)
    sys.stdout.write(f"REG30: recall {figures}, precision {precision:.3f}\n")
    assert min(figures.values()) >= 0.8, figures
    assert precision >= 0.95, sorted(found - truth)


def test_counts_add_up_and_the_document_has_its_schema(run: Run, twice: Planted) -> None:
    Draft202012Validator(documents()["register_inspect"]).validate(run.json)
    counts = run.json["counts"]
    assert counts["read"] == sum(map(len, twice.lists)) == sum(unit["read"] for unit in run.json["units"])
    assert counts["read"] == counts["faultless"] + counts["to_check"] + counts["rejected"]
    assert counts["decidable"] == counts["read"] - counts["rejected"]
    for kind in run.json["kinds"]:
        rows = {(p["place"]["file"], p["place"]["line"]) for p in run.json["problems"] if p["code"] == kind["code"]}
        assert kind["rows"] == len(rows), kind
        assert kind["who"]
        assert kind["severity"] in {"error", "warning", "note"}


def test_nobody_is_shown_who_is_masked(run: Run, twice: Planted, lists: tuple[Path, Path]) -> None:
    page = lists[0].with_name("mutu.html").read_text(encoding="utf-8")
    people = [row for rows in twice.lists for row in rows]
    for text in (run.out, run.err, page):
        shown = set(re.findall(r"\d{16}", text))
        assert not shown & {row.nik for row in people}
        assert not [row.name for row in people if row.name in text]
    assert "rahasia" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_every_fault_planted_in_mataram_is_told_through_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = {**PROBLEMS, "usia_65_ke_atas": "REG33"}
    file, day = str(MATARAM / "register.xlsx"), "2024-10-22"
    assert main(["register", "inspect", file, "--project", str(MATARAM), "--date", day, "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    planted_rows = json.loads((MATARAM / "register.tanam.json").read_text(encoding="utf-8"))["tanam"]
    rows: dict[str, set[int]] = {}
    for problem in said["problems"]:
        rows.setdefault(problem["code"], set()).add(problem["place"]["line"])
    for code in set(kinds.values()):
        truth = {row for kind, some in planted_rows.items() if kinds.get(kind) == code for row in some}
        found = rows.get(code, set())
        assert len(found & truth) >= 0.98 * max(len(truth), len(found)), (code, sorted(found ^ truth))
    assert rows["REG34"] <= rows["REG33"], "who meets the limit of the rulebook is 65 or older"
    held = next(problem for problem in said["problems"] if problem["code"] == "REG34")
    assert "UU 24/2011 Pasal 16" in held["found"]
    other = next(fact for fact in said["missing_facts"] if fact["name"] == "Kepesertaan lain")
    assert other["blank"] == len(planted_rows["peserta_lain_kosong"]) + len(planted_rows["peserta_lain_tak_jelas"])


@pytest.fixture(scope="module")
def workbooks(regpol: Regpol, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A small register with a fault of several kinds, its masked and its whole report."""
    folder = tmp_path_factory.mktemp("kerja")
    book = Workbook()
    sheet = book.active
    sheet.title = "Data RT"
    sheet.append(["DAFTAR KETUA RT, disusun Lurah Contoh"])
    sheet.append([])
    sheet.append(["No", "NIK", "Nama", "Tgl Lahir", "Jabatan", "Kecamatan", "Kelurahan", "Nama Ibu", "Catatan"])
    rows = [
        ("5271010203700012", "Budi Contoh Satu", "02/03/1970", "Ketua RT", "Ampenan", "Pejeruk", "Siti Ibunda", "=1+1"),
        ("5271010203700012", "Budi Contoh Satu", "02/03/1970", "Ketua RT", "Ampenan", "Pejeruk", "Siti Ibunda", None),
        (
            "5271010405800023",
            "Ani Contoh Dua",
            "31/02/1980",
            "Ketua RT",
            "Ampenan",
            "Pejeruk",
            None,
            "5271010405800023",
        ),
        ("5271010405800034", "Tono Contoh Tiga", "04/05/1980", "Ketua RT", "Selaprang", None, None, "@SUM(A1)"),
        ("5271010607400045", "Wati Contoh Tua", "06/07/1940", "Ketua RT", "Ampenan", "Pejeruk", None, None),
        (None, "Rudi Contoh Lima", "08/09/1985", "Ketua RT", "Ampenan", "Pejeruk", None, None),
    ]
    for number, row in enumerate(rows, 1):
        sheet.append([number, *row])
    register = folder / "register.xlsx"
    sheet["I4"].data_type = "s"
    book.save(register)
    masked, whole = folder / "samar.xlsx", folder / "utuh.xlsx"
    for target, more in ((masked, ()), (whole, ("--show-personal",))):
        regpol("register", "inspect", register, "--project", MATARAM, "-o", target, *more).done()
    return register, masked, whole


def test_the_original_sheet_is_kept_with_faults_marked(workbooks: tuple[Path, Path, Path]) -> None:
    register, _, whole = workbooks
    before, after = load_workbook(register)["Data RT"], load_workbook(whole)["Data RT"]
    for row in before.iter_rows():
        for cell in row:
            kept = after[cell.coordinate].value
            before_and_after = [str("" if value is None else value).lstrip("'") for value in (cell.value, kept)]
            assert before_and_after[0] == before_and_after[1]
    comments = {cell.coordinate: cell.comment.text for row in after.iter_rows() for cell in row if cell.comment}
    assert "ganda" in comments["B5"]
    assert "Lakukan: " in comments["B5"]
    assert "Oleh: pengelola daftar" in comments["B5"]
    assert "kalender" in comments["D6"]
    assert "Selaparang" in comments["F7"]
    colours = {at: after[at].fill.fgColor.rgb for at in ("B5", "F7", "C4")}
    assert len(set(colours.values())) == 3, colours


def test_the_sheets_are_there_and_findings_can_be_filtered(workbooks: tuple[Path, Path, Path]) -> None:
    book = load_workbook(workbooks[1])
    assert book.sheetnames == ["Ringkasan", "Temuan", "Per unit", "Data RT", "Asumsi"]
    table = book["Temuan"]
    heads = [cell.value for cell in table[4]]
    assert table.auto_filter.ref
    assert {"Bobot", "Unit", "Yang dapat memperbaiki", "Yang perlu dilakukan", "Baris"} <= set(heads)
    weights = {row[heads.index("Bobot")].value for row in table.iter_rows(min_row=5)}
    assert weights == {"harus diperbaiki", "perlu diperiksa", "untuk diketahui"}


def test_a_masked_workbook_shows_nobody_and_a_whole_one_only_its_owner(workbooks: tuple[Path, Path, Path]) -> None:
    _, masked, whole = workbooks
    with zipfile.ZipFile(masked) as archive:
        text = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert not re.search(r"5271010[2-6]0\d{8}", text)
    assert not re.search("Contoh Satu|Contoh Dua|Siti|Ibunda|Contoh Tua", text)
    with zipfile.ZipFile(whole) as archive:
        assert "5271010203700012" in archive.read("xl/sharedStrings.xml").decode()
        assert not [name for name in archive.namelist() if "externalLink" in name]
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in sheet for sheet in sheets)
    for path in (masked, whole):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_corrected_workbook_comes_back_as_the_register(regpol: Regpol, workbooks: tuple[Path, Path, Path]) -> None:
    register, masked, whole = workbooks
    asked = ("--project", MATARAM, "--json")
    first, again = (regpol("register", "inspect", path, *asked).done().json for path in (register, whole))
    assert again["counts"] == first["counts"]
    assert [kind["rows"] for kind in again["kinds"]] == [kind["rows"] for kind in first["kinds"]]
    assert any("hasil regpol" in said for said in again["assumptions"])
    refused = regpol("register", "inspect", masked, "--project", MATARAM).refused()
    assert refused.codes == ["REG35"]


def test_a_report_of_several_lists_comes_back_as_all_of_them(
    workbooks: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = workbooks[0]
    other = tmp_path / "lain.csv"
    other.write_text("NIK;Nama;Jabatan\n5271010203700012;Budi Contoh Satu;Ketua RT\n", encoding="utf-8")
    both = tmp_path / "mutu.xlsx"
    asked = ("--project", str(MATARAM), "--json")
    main(["register", "inspect", str(register), str(other), *asked, "-o", str(both), "--show-personal"])
    first = json.loads(capsys.readouterr().out)
    main(["register", "inspect", str(both), *asked])
    again = json.loads(capsys.readouterr().out)
    assert [one["sheet"] for one in again["lists"]] == ["Data RT", "Register"]
    assert again["counts"] == first["counts"]
    assert [(p["code"], p["place"]["line"]) for p in again["problems"]] == [
        (p["code"], p["place"]["line"]) for p in first["problems"]
    ]


def test_the_mapping_that_is_written_can_be_used_and_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def register_verb(verb: str, *more: object) -> tuple[int, str]:
        status = main(["register", verb, *map(str, (register, *more))])
        return status, capsys.readouterr().out

    register, mapping = tmp_path / "kader.csv", tmp_path / "pemetaan.yaml"
    register.write_text("Nomor Pokok;Nama;Kel\n5271010203700012;Budi;Pejeruk\n", encoding="utf-8")
    assert register_verb("inspect", "--write-mapping", mapping)[0] == 0
    text = mapping.read_text(encoding="utf-8")
    assert '"Nomor Pokok": tidak_dipakai' in text
    corrected = text.replace('"Nomor Pokok": tidak_dipakai', '"Nomor Pokok": nik')
    mapping.write_text(corrected.replace("# kategori: ketua_rt ", "kategori: ketua_rt #"), encoding="utf-8")
    _, out = register_verb("inspect", "--project", MATARAM, "--mapping", mapping, "--json")
    assert json.loads(out)["counts"]["decidable"] == 1
    project = tmp_path / "proyek"
    project.mkdir()
    written = (MATARAM / "project.yaml").read_text(encoding="utf-8")
    (project / "project.yaml").write_text(f"{written}\npemetaan: ../pemetaan.yaml\n", encoding="utf-8")
    decided = ("--project", project, "-o", tmp_path / "keputusan.csv")
    assert register_verb("decide", *decided)[0] in {0, 1}
    mapping.write_text(corrected.replace('"Kel"', '"Kell"'), encoding="utf-8")
    assert register_verb("decide", *decided)[0] == 2
    assert register_verb("inspect", "--write-mapping", mapping)[0] == 2, "a mapping that was corrected is never lost"


@pytest.mark.parametrize(
    ("more", "code"),
    [(("-o", "hasil.docx"), "CMD01"), (("-o", "register.xlsx"), "CMD10"), (("register.xlsx",), "CMD10")],
)
def test_wrong_use_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    code: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("register.xlsx").write_bytes(b"untouched")
    assert main(["register", "inspect", "register.xlsx", *more, "--project", str(MATARAM)]) == 2
    assert f" {code} " in capsys.readouterr().err
    assert Path("register.xlsx").read_bytes() == b"untouched"
