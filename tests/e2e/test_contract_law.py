"""The rulebook walked through the installed command: show, list, coverage, sign, status."""

import csv
import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from regpol_command import ROOT, Regpol

from regpol.reports.schemas import documents

SOUND = ROOT / "tests" / "fixtures" / "rulebook"
KADES = "UU 3/2024 Pasal 26 ayat (3) huruf c"
RIGHT = "uu-3-2024:pasal-26-ayat-3-huruf-c"
SMALL = ("--rules", SOUND)
ADDRESS = re.compile(r"^\s*<\S+>$")


def assert_fits(run_out: str) -> None:
    """Nothing but an address, which must stay whole, is wider than a terminal of a hundred columns."""
    wide = [line for line in run_out.splitlines() if len(line) > 100 and not ADDRESS.match(line)]
    assert not wide


def valid(schema: str, document: Any) -> Any:
    Draft202012Validator(documents()[schema]).validate(document)
    return document


@pytest.fixture
def project(tmp_path: Path, mataram: Path) -> Path:
    """A project that has no register yet: what is signed does not hang on it."""
    shutil.copytree(mataram, tmp_path / "proyek")
    path = tmp_path / "proyek" / "project.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("register:")), encoding="utf-8")
    (tmp_path / "proyek" / "uu-3-2024.pdf").write_bytes(b"salinan naskah")
    return tmp_path / "proyek"


@pytest.mark.parametrize("name", [KADES, KADES.upper(), RIGHT, "UU 6/2014 Pasal 26 ayat (3) huruf c"])
def test_a_provision_is_shown_with_all_that_rests_on_it(regpol: Regpol, name: str) -> None:
    page = regpol("law", "show", name).done().out
    for words in (
        KADES,
        "Kepala desa",
        "cermin naskah",
        "https://",
        "sejak 25 April 2024",
        "uu-3-2024/kades-berhak",
        RIGHT,
    ):
        assert words in page
    assert_fits(page)


@pytest.mark.parametrize(
    "name", ["UU 3/2024", "pp-44-2015", "jp_batas_upah", "ketua_rt", "dana_desa", "jkk", "pengurus_lkd"]
)
def test_every_kind_of_entry_has_a_page_and_a_document(regpol: Regpol, name: str) -> None:
    page = regpol("law", "show", name).done().out
    assert_fits(page)
    (entry,) = valid("law_show", regpol("law", "show", name, "--json").done().json)["entries"]
    assert entry["title"].split(" tentang")[0] in " ".join(page.split())
    for rule in entry["rules"]:
        assert rule["norm"]


def test_a_document_of_check_leads_to_the_page_of_its_provision(regpol: Regpol) -> None:
    why = ("why", "--category", "kepala_desa", "--region", "93.01", "--year", 2025, "--fact", "usia=45")
    (chain,) = regpol(*why, "--programme", "jamsosnaker", "--json").done().json["chains"]
    assert {provision["id"] for provision in chain["provisions"]} == {RIGHT}
    assert KADES in regpol("law", "show", chain["provisions"][0]["id"]).done().out


def test_the_list_is_the_same_in_every_form(regpol: Regpol) -> None:
    table = regpol("law", "list", *SMALL).done().out
    rows = list(csv.DictReader(io.StringIO(regpol("law", "list", *SMALL, "--format", "csv").done().out), delimiter=";"))
    entries = valid("law_list", regpol("law", "list", *SMALL, "--json").done().json)["entries"]
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert all(f"  {row['id']} " in table for row in rows)
    assert_fits(table)


def test_the_list_narrows(regpol: Regpol) -> None:
    def ids(*more: str) -> set[str]:
        return {entry["id"] for entry in regpol("law", "list", *more, *SMALL, "--json").done().json["entries"]}

    assert ids("--evidence", "official") == {"uu-1-2020/semua-peserta", "uu-1-2020/lansia-boleh"}
    assert ids("--evidence", "below-official") == ids() - ids("--evidence", "official")
    assert ids("--question", "segmen", "--category", "mandiri") == {"UU 1/2020", "uu-1-2020/mandiri-bpu"}
    assert ids("--unread") == {"Permen 2/2021", "permen-2-2021/apbd-boleh", "permen-2-2021/apbd-dilarang"}
    assert "Tidak ada yang cocok" in regpol("law", "list", "--evidence", "not_found", *SMALL).done().out


def test_the_work_list_is_numbered_through_and_names_what_to_obtain(regpol: Regpol) -> None:
    text = regpol("law", "list", "--work").done().out
    assert_fits(text)
    work = valid("law_work", regpol("law", "list", "--work", "--json").done().json)["work"]
    assert [one["rank"] for one in work] == list(range(1, len(work) + 1))
    assert [int(number) for number in re.findall(r"^ *(\d+)\. Naskah", text, re.MULTILINE)] == [
        it["rank"] for it in work
    ]
    stages = [one["stage"] for one in work]
    assert stages == sorted(stages, key=["unread", "quoted", "mirrored"].index)
    rows = regpol("law", "list", "--work", "--format", "csv").done().out.splitlines()
    assert len(rows) == len(work) + 1


def test_coverage_counts_every_place_and_leaves_none_out(regpol: Regpol) -> None:
    run = regpol("law", "coverage", "--full")
    document = valid("law_coverage", regpol("law", "coverage", "--json").done().json)
    places = [place for one in document["regulations"] for place in one["places"]]
    assert f"Cakupan: {len(places)} ketentuan" in run.out
    assert (run.status, document["unclaimed"]) == (0, 0), run.err
    assert all(place["by"] or place["reason"] or place["claim"] in {"definition", "procedure"} for place in places)
    assert_fits(run.out)


def test_an_unclaimed_provision_is_pointed_at(regpol: Regpol, tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "aturan")
    path = tmp_path / "aturan" / "peraturan" / "uu-1-2020.yaml"
    text = path.read_text(encoding="utf-8")
    bare = "- letak: Pasal 9\n  isi: Baru.\n  bukti: cermin\n  sumber: [contoh]\n"
    path.write_text(text.replace("\nnilai:", f"\n{bare}\nnilai:"), encoding="utf-8")
    run = regpol("law", "coverage", "--rules", tmp_path / "aturan")
    assert run.status == 1
    (message,) = run.messages
    line = path.read_text(encoding="utf-8").splitlines().index("- letak: Pasal 9") + 1
    assert message["code"] == "LAW34"
    assert message["where"].startswith(f"rules/peraturan/uu-1-2020.yaml:{line}:")
    assert "UU 1/2020 Pasal 9" in message["found"]


def sign(project: Path, *more: object, name: str = KADES) -> tuple[object, ...]:
    text = project / "uu-3-2024.pdf"
    return "law", "sign", name, "--text", text, "--by", "CONTOH NAMA, S.H.", "--project", project, *more


def test_a_signature_shows_everywhere_and_falls_off_with_its_text(regpol: Regpol, project: Path) -> None:
    assert RIGHT in regpol(*sign(project, "--date", "2026-11-28")).done().out
    shown = ("law", "show", KADES, "--project", project)
    assert "CONTOH NAMA, S.H., 2026-11-28, untuk uu-3-2024.pdf" in regpol(*shown).done().out
    (entry,) = valid("law_show", regpol(*shown, "--json").done().json)["entries"]
    assert [(it["name"], it["fallen"]) for it in entry["signatures"]] == [("CONTOH NAMA, S.H.", None)]
    listed = ("law", "list", "--question", "program", "--category", "kepala_desa", "--project", project)
    assert re.search(r"uu-3-2024/kades-berhak .* ya ", regpol(*listed).done().out)
    assert "1 berlaku, 0 gugur" in regpol("status", "--project", project).done().out
    (project / "uu-3-2024.pdf").write_bytes(b"salinan lain")
    assert "gugur: salinan naskahnya berubah" in regpol(*shown).done().out
    assert re.search(r"uu-3-2024/kades-berhak .* gugur ", regpol(*listed).done().out)
    status = regpol("status", "--project", project).done().out
    assert "0 berlaku, 1 gugur" in status
    assert "salinan naskahnya berubah" in " ".join(status.split())
    assert regpol(*sign(project, "--date", "2026-11-29")).status == 0
    kept = (project / "tanda-tangan.yaml").read_text(encoding="utf-8")
    assert kept.count(f"butir: '{RIGHT}'") == 2
    assert "1 berlaku, 0 gugur" in regpol("status", "--project", project).done().out


def test_signing_twice_is_refused_and_changes_nothing(regpol: Regpol, project: Path) -> None:
    regpol(*sign(project)).done()
    before = (project / "tanda-tangan.yaml").read_bytes()
    (message,) = regpol(*sign(project)).refused().messages
    assert (message["code"], message["where"]) == ("CMD15", "proyek/tanda-tangan.yaml:3")
    assert (project / "tanda-tangan.yaml").read_bytes() == before


def test_two_lawyers_at_once_lose_nothing(regpol: Regpol, project: Path) -> None:
    names = [KADES, "UU 3/2024 Pasal 50A huruf b", "UU 3/2024 Pasal 62 huruf f", "UU 24/2011 Pasal 14"]
    runs = regpol.all(sign(project, name=name) for name in names)
    assert [run.status for run in runs] == [0] * len(names)
    assert (project / "tanda-tangan.yaml").read_text(encoding="utf-8").count("- butir: ") == len(names)


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"name": "UU 3/2024"}, "CMD14", "UU 3/2024 Pasal 26 ayat (3) huruf c"),
        ({"name": "uu-3-2024/kades-berhak"}, "CMD14", "UU 3/2024 Pasal 26 ayat (3) huruf c"),
        ({"name": "ketua_rt"}, "CMD14", "Kategori Ketua RT"),
        ({"name": "UU 3/2024 Pasal 999"}, "CMD13", "“UU 3/2024 Pasal 999”"),
        ({"--text": "tidak-ada.pdf"}, "CMD16", "berkasnya tidak ada"),
        ({"--text": "."}, "CMD16", "itu sebuah folder"),
        ({"--text": "kosong.pdf"}, "CMD16", "berkasnya kosong"),
        ({"--by": "  "}, "CMD17", "--by"),
        ({"--date": "kemarin"}, "CMD02", "“kemarin”"),
        ({"--project": "tidak-ada"}, "CMD07", "tidak-ada"),
    ],
)
def test_a_signature_that_cannot_be_is_refused(
    regpol: Regpol, project: Path, changes: dict[str, str], code: str, words: str
) -> None:
    (project / "kosong.pdf").write_bytes(b"")
    given = {"--text": "uu-3-2024.pdf", "--by": "CONTOH NAMA", "--project": ".", "--date": "2026-11-28"}
    given |= {option: value for option, value in changes.items() if option != "name"}
    options = [part for pair in given.items() for part in pair]
    (message,) = regpol("law", "sign", changes.get("name", KADES), *options, cwd=project).refused().messages
    assert message["code"] == code
    assert words in str(message)
    assert not (project / "tanda-tangan.yaml").exists()


def test_the_pages_are_written_where_one_says(regpol: Regpol, tmp_path: Path) -> None:
    assert regpol("law", "pages", "--write", tmp_path).status == 0
    kept = ROOT / "docs" / "hukum"
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        path.name: path.read_text(encoding="utf-8") for path in kept.iterdir()
    }
