"""``regpol why`` walks from an answer to the provisions; ``regpol matrix`` leaves no cell without an answer."""

import csv
import io
import itertools
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from regpol_command import Regpol, Run

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
        for line in ("Isi: ", "Norma: ", "Bukti: ", "kaidah "):
            assert line in entry, entry
        assert any(f"Bukti: {grade}" in entry for grade in GRADES), entry
    assert "Jawaban: " in run.out


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_document_walks_to_the_provision_and_its_source(regpol: Regpol, question: str) -> None:
    who, asked, citation = QUESTIONS[question]
    chains = regpol(*who, *asked, "--json").done().json["chains"]
    assert len(chains) == (2 if who is VILLAGE_HEAD else 1)
    for chain in chains:
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
    assert rows == [{key: str(value) for key, value in cell.items()} for cell in cells]
    assert regpol(*MATRIX, "--json").done().json["cells"] == cells


def test_the_table_has_a_word_in_every_cell(regpol: Regpol, cells: list[dict[str, Any]]) -> None:
    table = regpol(*MATRIX).done().out
    assert {cell["kategori"] for cell in cells} == set(re.findall(r"^(\S.*) \((?:P|B)[\w/ ]*\), ", table, re.MULTILINE))
    rows = [re.split(r"\s{2,}", line.strip()) for line in table.splitlines() if line.startswith("  ")]
    widths = {len(row) for row in rows if row[0] != "Jamsosnaker"}
    assert widths == {7}
    assert any(cell.startswith("baca?") for row in rows for cell in row)


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
    page = Page(regpol(*MATRIX, "--format", "html").done().out)
    shown = [answer for cell in page.cells for answer in cell & ANSWERS]
    expected = {cell["jawaban_program"] for cell in cells} | {cell["jawaban_dana"] for cell in cells} - {""}
    assert set(shown) == expected
    assert not page.outside


@pytest.mark.parametrize("region", REGIONS)
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
