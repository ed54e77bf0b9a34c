"""``regpol why`` walks from an answer to the provisions; ``regpol matrix`` leaves no cell without an answer."""

import csv
import io
import itertools
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from regpol_command import ROOT, Regpol, Run

from regpol.commands.main import main

RT = ("why", "--category", "ketua_rt", "--region", "52.71", "--year", "2025")
VILLAGE_HEAD = ("why", "--category", "kepala_desa", "--region", "93.01", "--year", "2024")
GRADES = ("resmi", "cermin naskah", "sekunder", "belum terverifikasi", "tidak ditemukan")
QUESTIONS = {
    "programme": (RT, ("--programme", "jkk"), "PP 44/2015 Pasal 4 ayat (2)"),
    "right": (VILLAGE_HEAD, ("--programme", "jamsosnaker"), "UU 3/2024 Pasal 26 ayat (3) huruf c"),
    "fund": (RT, ("--fund", "apbd_kabkota", "--programme", "jkk"), "Permendagri 15/2024"),
    "village fund": (
        VILLAGE_HEAD,
        ("--fund", "dana_desa", "--programme", "jkk"),
        "SE Dirjen PDP Kemendesa 4/PRI.00/I/2024",
    ),
    "segment": (RT, ("--segment",), "PP 44/2015 Pasal 5 ayat (1) dan ayat (2)"),
    "membership": (RT, ("--membership",), "UU 24/2011 Pasal 14"),
}
ANSWERS = {"required", "entitled", "allowed", "forbidden", "excluded", "unsettled", "unknown", "unread"}
ANSWERS |= {"not_in_force", "silent"}
MATRIX = ("matrix", "--region", "52.71", "--year", "2025")
REGIONS = ("52.71", "16.71", "93.01", "14.10", "62", "31")
YEARS = range(2021, 2028)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_page_walks_to_the_provision_and_its_evidence(regpol: Regpol, question: str) -> None:
    who, asked, citation = QUESTIONS[question]
    run = regpol(*who, *asked).done()
    assert citation in run.out
    entries = re.split(r"^\d+\. ", run.out, flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        for line in ("Isi: ", "Norma: ", "Bukti: ", "Kaidah: "):
            assert line in entry, entry
        assert any(f"Bukti: {grade}" in entry for grade in GRADES), entry
    assert "Jawaban: " in run.out


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_document_walks_to_the_provision_and_its_source(regpol: Regpol, question: str) -> None:
    who, asked, citation = QUESTIONS[question]
    chains = regpol(*who, *asked, "--json").done().json["chains"]
    assert len(chains) <= (2 if who is VILLAGE_HEAD else 1)
    year = who[who.index("--year") + 1]
    assert (chains[0]["from"], chains[-1]["to"]) == (f"{year}-01-01", f"{year}-12-31")
    for chain in chains:
        assert chain["sentence"].endswith(".")
        assert chain["answer"] in ANSWERS
        provisions = {provision["id"]: provision for provision in chain["provisions"]}
        assert {ground["provision"] for ground in chain["grounds"]} <= {*provisions, None}
        for provision in provisions.values():
            assert provision["gist"]
            assert provision["sources"] or provision["evidence"] not in {"official", "mirror"}
            assert all(source["address"].startswith("http") for source in provision["sources"])
    assert any(ground["citation"].startswith(citation) for chain in chains for ground in chain["grounds"])


def test_what_would_turn_an_answer_and_who_holds_it(regpol: Regpol) -> None:
    (chain,) = regpol(*RT, "--fund", "apbd_kabkota", "--programme", "jkk", "--json").done().json["chains"]
    assert chain["answer"] == "unread"
    assert chain["remedies"]
    assert all(remedy["change"] and remedy["holder"] for remedy in chain["remedies"])


def test_what_lost_is_told_with_the_reason(regpol: Regpol) -> None:
    (chain,) = regpol(*RT, "--membership", "--fact", "usia=70", "--json").done().json["chains"]
    defeated = [lost for ground in chain["grounds"] for lost in ground["defeated"]]
    assert [lost["rule"] for lost in defeated] == ["uu-24-2011/setiap-orang-wajib-peserta"]
    assert "lex specialis" in defeated[0]["by"]
    assert "lex specialis" in regpol(*RT, "--membership", "--fact", "usia=70").done().out


def test_the_answer_comes_first_in_one_sentence_with_who_where_and_when(regpol: Regpol) -> None:
    told = " ".join(regpol(*RT, "--fund", "apbd_kabkota", "--programme", "jkk").done().out.split())
    head, _, rest = told.partition("Mengapa")
    assert "Sepanjang tahun 2025" in head
    assert "iuran JKK bagi ketua RT di Kota Mataram" in head
    assert "APBD kabupaten/kota" in head
    assert "bukan “boleh” dan bukan “dilarang”" in head
    for part in ("Versi: ", "Sebelumnya (tahun anggaran 2024)", "di mana memeriksanya", "Instruksi", "Bagian Hukum"):
        assert part in rest, part


def test_a_segment_the_region_chose_is_told_apart_from_the_law(regpol: Regpol, tmp_path: Path) -> None:
    policy = tmp_path / "kebijakan.yaml"
    policy.write_text("segmen: {ketua_rt: bpu}\n")
    told = " ".join(regpol(*RT, "--segment", "--policy", policy).done().out.split())
    assert "termasuk segmen penerima upah (PU) atau bukan penerima upah (BPU)." in told
    assert "kebijakan daerah memilih segmen BPU." in told


def test_readings_that_differ_stand_beside_each_other(regpol: Regpol) -> None:
    told = regpol(*RT, "--segment").done().out.partition("Pembacaan yang berhadapan\n")[2]
    first = told.splitlines()[0]
    assert "segmen penerima upah" in first
    assert "segmen bukan penerima upah" in first


@pytest.fixture(scope="module")
def cells(regpol: Regpol) -> list[dict[str, Any]]:
    return regpol(*MATRIX, "--format", "json").done().json["cells"]  # type: ignore[no-any-return]


def assert_answered(cells: list[dict[str, Any]]) -> None:
    assert cells
    for cell in cells:
        assert cell["jawaban_program"] in ANSWERS, cell
        assert (cell["jawaban_dana"] in ANSWERS) == bool(cell["dana"]), cell
        assert cell["dasar"], cell


def test_the_text_file_has_the_same_cells(regpol: Regpol, cells: list[dict[str, Any]]) -> None:
    run = regpol(*MATRIX, "--format", "csv").done()
    rows = list(csv.DictReader(io.StringIO(run.out), delimiter=";"))
    assert rows == [{key: cell[key] for key in row} for row, cell in zip(rows, cells, strict=True)]
    assert regpol(*MATRIX, "--json").done().json["cells"] == cells


def test_the_table_has_a_word_in_every_cell(regpol: Regpol, cells: list[dict[str, Any]]) -> None:
    table = regpol(*MATRIX).done().out
    parts = [part.split("\n") for part in table.split("\n\n")]
    blocks = [part for part in parts if any(line.startswith("Segmen ") for line in part)]
    names: set[str] = set()
    for block in blocks:
        title = itertools.takewhile(lambda line: not line.startswith("Segmen "), block)
        names |= set(" ".join(title).split(", "))
    assert names == {cell["kategori"] for cell in cells}
    overview = next(part for part in parts if part[0].startswith("Ringkasan"))
    rows = [line[38:].split() for block in blocks for line in block if line.startswith("  ") and line[38:].strip()]
    assert {len(row) for row in rows if row[0] != "Jamsosnaker"} == {6}
    assert any(word.startswith("baca?") for row in rows for word in row)
    assert len(overview) > len(names)


def test_the_terminal_shows_a_page_or_two_for_a_region(regpol: Regpol) -> None:
    """Funds and categories that answer alike stand together: nobody reads five thousand lines."""
    assert len(regpol(*MATRIX).done().out.splitlines()) < 400


class Page(HTMLParser):
    """The answers of a page, by the class of their cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[set[str]] = []
        self.outside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "td":
            self.cells.append(set((values.get("class") or "").split()))
        self.outside += [value for name in ("src", "href") if (value := values.get(name))]


def test_the_page_colours_every_answer_and_fetches_nothing(regpol: Regpol, cells: list[dict[str, Any]]) -> None:
    text = regpol(*MATRIX, "--format", "html").done().out
    page = Page(text)
    shown = [answer for cell in page.cells for answer in cell & ANSWERS]
    expected = {cell["jawaban_program"] for cell in cells} | {cell["jawaban_dana"] for cell in cells} - {""}
    assert set(shown) == expected
    assert not re.findall(r"<(?:img|link|iframe)|\bsrc=|@import|url\(", text)
    inside = {target[1:] for target in page.outside if target.startswith("#")}
    assert inside
    assert inside <= set(re.findall(r'id="([^"]+)"', text))
    assert {target.partition(":")[0] for target in page.outside if not target.startswith("#")} <= {"https", "http"}


def test_every_cell_of_the_page_leads_to_its_grounds(regpol: Regpol) -> None:
    """Without the script too: the numbers in a cell are links to the list at the end."""
    text = regpol("matrix", "--region", "52.71", "--year", "2025", "--category", "ketua_rt", "--format", "html").out
    listed = set(re.findall(r'<li id="d(\d+)"', text))
    boxes = re.findall(r"<details>.*?</details>", text, re.DOTALL)
    assert boxes
    for box in boxes:
        numbers = re.findall(r'href="#d(\d+)"', box)
        assert numbers
        assert set(numbers) <= listed


@pytest.fixture(scope="module")
def workbook(regpol: Regpol, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("matriks") / "matriks.xlsx"
    regpol(*MATRIX, "--format", "xlsx", "-o", file).done()
    return file


def test_the_workbook_has_the_same_cells(workbook: Path, cells: list[dict[str, Any]]) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(workbook))
    assert book.sheet_names == ["Petunjuk", "Matriks", "Rincian", "Dasar"]
    rows = book.get_sheet_by_name("Rincian").to_python()[4:]
    assert [row[0] for row in rows] == [cell["kategori"] for cell in cells]
    assert [row[-1].lstrip("'") for row in rows] == [cell["dasar"] for cell in cells]
    numbers = {int(row[0]) for row in book.get_sheet_by_name("Dasar").to_python()[4:]}
    for row in book.get_sheet_by_name("Matriks").to_python()[4:]:
        named = {int(number) for number in str(row[-1]).replace(".0", "").split(", ")}
        assert named
        assert named <= numbers


def test_the_workbook_can_be_filtered_and_printed_and_runs_nothing(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as parts:
        for number in (2, 3, 4):
            sheet = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
            for setting in ("<autoFilter ", 'state="frozen"', 'orientation="landscape"', "<pageSetUpPr fitToPage="):
                assert setting in sheet, (number, setting)
            assert "<f>" not in sheet
        assert not re.search(r"<t[^>]*>[=+@-]\w", parts.read("xl/sharedStrings.xml").decode())


def test_a_matrix_goes_to_a_file_in_the_form_of_its_ending(regpol: Regpol, tmp_path: Path) -> None:
    one = ("matrix", "--region", "52.71", "--year", "2025", "--category", "ketua_rt")
    for ending, printed in (("html", "html"), ("csv", "csv"), ("json", "json"), ("txt", "table")):
        run = regpol(*one, "-o", tmp_path / f"m.{ending}").done()
        assert run.out == ""
        assert (tmp_path / f"m.{ending}").read_text(encoding="utf-8") == regpol(*one, "--format", printed).done().out


def test_filters_narrow_to_what_was_asked(regpol: Regpol) -> None:
    asked = ("--category", "pengurus_lkd", "--programme", "jkk", "--fund", "add", "--fund", "apbd_kabkota", "--json")
    found = regpol("matrix", "--region", "52.71", "--year", "2025", *asked).done().json["cells"]
    assert {cell["program"] for cell in found} == {"jkk"}
    assert {cell["dana"] for cell in found} == {"add", "apbd_kabkota"}
    assert {"Ketua RT", "Ketua RW"} <= {cell["kategori"] for cell in found}
    assert "Kader posyandu" not in {cell["kategori"] for cell in found}


@pytest.mark.parametrize(
    ("year", "told"),
    [(2027, "Tidak ada pedoman APBD 2027"), (2025, "belum terbaca"), (2024, "baru terbaca sebagian")],
)
def test_a_year_says_what_is_known_of_its_guideline(regpol: Regpol, year: int, told: str) -> None:
    one = ("matrix", "--region", "52.71", "--year", year, "--category", "ketua_rt")
    for form in ("table", "html"):
        top = regpol(*one, "--format", form).done().out.partition("Ringkasan")[0]
        assert told in " ".join(top.split())
    guideline = regpol(*one, "--json").done().json["guideline"]
    assert guideline is None if year == 2027 else guideline["name"].startswith("Permendagri")


def test_what_the_region_chose_is_marked(regpol: Regpol, tmp_path: Path) -> None:
    policy = tmp_path / "kebijakan.yaml"
    policy.write_text("segmen: {ketua_rt: bpu}\nprogram: {ketua_rt: [jkk, jkm, jht]}\ndana: {ketua_rt: apbd_kabkota}\n")
    one = ("matrix", "--region", "52.71", "--year", "2025", "--category", "ketua_rt", "--policy", policy)
    chosen = {(cell["program"], cell["dana"]) for cell in regpol(*one, "--json").done().json["cells"] if cell["asal"]}
    assert chosen == {(programme, "apbd_kabkota") for programme in ("jkk", "jkm", "jht")}
    assert "Segmen BPU (pilihan kebijakan)" in regpol(*one).done().out
    assert "pilihan kebijakan</span>" in regpol(*one, "--format", "html").done().out.partition("Ringkasan")[2]


def test_what_regional_law_says_is_marked(regpol: Regpol) -> None:
    """The example says that the budget of the city does not pay for RT heads."""
    one = ("matrix", "--region", "52.71", "--year", "2025", "--category", "ketua_rt", "--fund", "apbd_kabkota")
    own = (*one, "--regional", ROOT / "tests" / "fixtures" / "daerah" / "mataram")
    paid = [cell for cell in regpol(*own, "--json").done().json["cells"] if cell["dana"]]
    assert {(cell["jawaban_dana"], cell["asal"]) for cell in paid} == {("forbidden", "peraturan daerah")}
    assert not any(cell["asal"] for cell in regpol(*one, "--json").done().json["cells"])
    assert "DILARANG*#" in regpol(*own).done().out


@pytest.mark.parametrize(
    "region", [pytest.param(code, marks=[] if code in {"52.71", "93.01"} else pytest.mark.slow) for code in REGIONS]
)
def test_every_year_of_the_rulebook_is_answered(
    regpol: Regpol, region: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one test that calls the program instead of starting it: 42 starts would take as long as the rest."""
    monkeypatch.setenv("REGPOL_CACHE", regpol.environment["REGPOL_CACHE"])
    categories = set()
    for year in YEARS:
        status = main(["matrix", "--region", region, "--year", str(year), "--format", "json"])
        run = Run((region, str(year)), status, *capsys.readouterr()).done()
        assert_answered(run.json["cells"])
        assert (run.json["region"], run.json["year"]) == (region, year)
        left_out = run.err.partition("tidak ditampilkan: ")[2].strip().rstrip(".")
        shown = {cell["kategori"] for cell in run.json["cells"]}
        categories.add(frozenset(shown | set(filter(None, left_out.split(", ")))))
    assert len(categories) == 1


def test_the_first_and_the_last_year_are_the_ones_named(regpol: Regpol) -> None:
    runs = regpol.all(("matrix", "--region", "52.71", "--year", year) for year in (YEARS[0] - 1, YEARS[-1] + 1))
    for run in runs:
        (message,) = run.refused().messages
        assert (message["code"], message["expected"]) == ("CMD03", f"tahun {YEARS[0]} sampai {YEARS[-1]}")


def test_periods_of_a_category_meet_and_fill_the_year(regpol: Regpol) -> None:
    found = regpol("matrix", "--region", "93.01", "--year", "2024", "--format", "json").done().json["cells"]
    for _, group in itertools.groupby(found, key=lambda cell: cell["kategori"]):
        spans = list(dict.fromkeys((cell["dari"], cell["sampai"]) for cell in group))
        assert (spans[0][0], spans[-1][1]) == ("2024-01-01", "2024-12-31")
        assert all(earlier[1] < later[0] for earlier, later in itertools.pairwise(spans))
