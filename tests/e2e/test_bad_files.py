"""Files that cannot be worked with, and places that cannot be written: refused, and nothing on disk changes."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from mataram_made import copy_of_mataram
from regpol_command import Regpol, Run

HEADINGS = "NIK;Nama;Jabatan;Kec.;Kel."
PERSON = "5271010101700012;Contoh Satu;Ketua RT;Ampenan;Bintaro"
SOUND = f"{HEADINGS}\n{PERSON}\n"
OLD = "isi lama"
RESULTS = {"register": "hasil.csv", "draft": "rancangan.pdf"}

# content, code, words
REGISTERS: dict[str, tuple[str, bytes, str, str]] = {
    "an empty text file": ("daftar.csv", b"", "REG02", "tidak ada satu pun sel"),
    "an empty workbook": ("daftar.xlsx", b"", "REG02", "tidak ada satu pun sel"),
    "only blank lines": ("daftar.csv", b"\n;;;\n\n", "REG02", "tidak ada satu pun sel"),
    "a picture": ("daftar.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "REG03", "gambar PNG"),
    "an old binary workbook": ("daftar.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "REG03", ""),
    "letters of no known kind": ("daftar.csv", b"NIK;Nama\n1;\x81\x8d\n", "REG04", "pada letak"),
    "UTF-16 that is declared UTF-8": ("daftar.csv", b"\xef\xbb\xbf" + SOUND.encode("utf-16-le"), "REG03", "biner"),
    "UTF-8 that is declared UTF-16": ("daftar.csv", b"\xff\xfe" + SOUND.encode(), "REG04", "UTF-8"),
    "UTF-16 turned round": ("daftar.csv", b"\xff\xfe" + SOUND.encode("utf-16-be"), "REG05", "judul kolom"),
    "no headings at all": ("daftar.csv", b"a;b\nc;d\n", "REG05", "NIK | Nama | Jabatan"),
    "a column missing": ("daftar.csv", b"NIK;Nama;Kec.;Kel.\n1;A;B;C\n", "REG06", "Kategori"),
    "no people": ("daftar.csv", f"{HEADINGS}\n".encode(), "REG08", "tidak ada orang di bawahnya"),
    "text named as a workbook": ("daftar.xlsx", b"bukan lembar kerja", "REG05", "judul kolom"),
}


class Desk:
    """A folder with an old result, for commands that must not touch it."""

    def __init__(self, regpol: Regpol, folder: Path) -> None:
        self.regpol = regpol
        self.folder = folder
        self.folder.mkdir(parents=True)

    def refused(self, *line: object, name: str = "hasil.csv") -> Run:
        """A run that is refused and leaves the old result as it was, and nothing beside it."""
        result = self.folder / name
        result.write_text(OLD, encoding="utf-8")
        run = self.regpol(*line, "-o", result).refused()
        assert [(path.name, path.read_text(encoding="utf-8")) for path in self.folder.iterdir()] == [(name, OLD)]
        result.unlink()
        assert run.out == ""
        return run


@pytest.fixture
def desk(regpol: Regpol, tmp_path: Path) -> Desk:
    return Desk(regpol, tmp_path / "out")


def only(run: Run) -> tuple[str, str]:
    """The code of the one problem of a run, and all its words."""
    (message,) = run.messages
    return message["code"], " ".join(filter(None, message.values()))


def test_a_refusal_is_a_document_too(regpol: Regpol, mataram: Path, tmp_path: Path) -> None:
    run = regpol("register", "inspect", tmp_path / "tidak-ada.xlsx", "--project", mataram, "--json").refused()
    (problem,) = run.json["problems"]
    assert (problem["code"], problem["found"]) == ("REG01", "berkas tidak ada")


BAD_LINES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "no such register": (("decide", "{p}/tidak-ada.xlsx", "--project", "{p}"), "REG01", "berkas tidak ada"),
    "a folder": (("decide", "{p}", "--project", "{p}"), "REG01", "ini folder"),
    "no such sheet": (("decide", "{p}/register.xlsx", "--project", "{p}", "--sheet", "Lain"), "REG07", "Data Pekerja"),
    "no project and no region": (("decide", "{p}/register.xlsx"), "CMD10", "--project FOLDER, atau --region KODE"),
    "a project folder without its file": (
        ("decide", "{p}/register.xlsx", "--project", "{p}/.."),
        "CMD07",
        "tidak memuat project.yaml",
    ),
    "a year without a guideline": (
        ("decide", "{p}/register.xlsx", "--region", "52.71", "--year", "2035"),
        "CMD03",
        "tidak ada pedoman APBD tahun 2035",
    ),
    "no such region": (("decide", "{p}/register.xlsx", "--region", "99", "--year", "2025"), "REG10", "“99”"),
    "no day": (("decide", "{p}/register.xlsx", "--project", "{p}", "--date", "besok"), "CMD02", "“besok”"),
}


PROJECTS: dict[str, tuple[dict[str, str], str, str, str]] = {
    "a misspelt key": ({"sekretaris_daerah:": "sekertaris_daerah:"}, "LAW03", "sekertaris_daerah", "sekretaris_daerah"),
    "a region not in quotes and not a code": ({'wilayah: "52.71"': "wilayah: Mataram"}, "LAW05", "wilayah: M", "52.71"),
    "a year without a guideline": ({'tahun: "2025"': 'tahun: "2035"'}, "CMD03", "wilayah:", "tahun 2035"),
    "an unknown fund": (
        {"    ketua_rt: apbd_kabkota": "    ketua_rt: apbd"},
        "CMD01",
        "ketua_rt: apbd",
        "dana ketua_rt",
    ),
    "a forbidden fund": (
        {"    ketua_rt: apbd_kabkota": "    ketua_rt: dana_desa"},
        "CMD05",
        "ketua_rt: dana_desa",
        "UU 6/2014",
    ),
    "a programme left out": (
        {"    linmas: [jkk, jkm]": "    linmas: [jkm]"},
        "CMD05",
        "linmas: [jkm]",
        "PP 44/2015 Pasal 4 ayat (2)",
    ),
}


@pytest.fixture(scope="module")
def refusals(
    regpol: Regpol, mataram: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, "Future[Run]"]]:
    """The runs on bad registers and projects and with bad lines, two at a time."""
    folder = tmp_path_factory.mktemp("daftar")
    lines = {case: ("register", *(word.format(p=mataram) for word in line)) for case, (line, _, _) in BAD_LINES.items()}
    for number, (case, (name, content, _, _)) in enumerate(REGISTERS.items()):
        path = folder / str(number) / name
        path.parent.mkdir()
        path.write_bytes(content)
        lines[case] = ("register", "decide", str(path), "--project", str(mataram))
    for number, (case, (changes, code, _, _)) in enumerate(PROJECTS.items()):
        project = copy_of_mataram(folder / "proyek" / str(number) / "mataram", changes)
        lines[case] = ("draft", "perwali", "--project", str(project))
        if code == "CMD05":
            lines[f"{case}, deciding"] = ("register", "decide", f"{project}/register.xlsx", "--project", str(project))
    with ThreadPoolExecutor(2) as pool:
        desks = {case: Desk(regpol, folder / "out" / str(number)) for number, case in enumerate(lines)}
        yield {case: pool.submit(desks[case].refused, *line, name=RESULTS[line[0]]) for case, line in lines.items()}


@pytest.mark.parametrize("case", REGISTERS)
def test_a_register_that_cannot_be_read(refusals: dict[str, "Future[Run]"], case: str) -> None:
    name, content, code, words = REGISTERS[case]
    run = refusals[case].result()
    found, told = only(run)
    assert found == code
    assert words in told
    assert name in told
    assert Path(run.arguments[2]).read_bytes() == content


@pytest.mark.parametrize("case", BAD_LINES)
def test_a_register_command_that_cannot_be_done(refusals: dict[str, "Future[Run]"], case: str) -> None:
    _, code, words = BAD_LINES[case]
    found, told = only(refusals[case].result())
    assert found == code
    assert words in told


@pytest.mark.parametrize("name", ["hasil.pdf", "hasil"])
def test_a_result_of_unknown_form(desk: Desk, mataram: Path, name: str) -> None:
    run = desk.refused("register", "decide", mataram / "register.xlsx", "--project", mataram, name=name)
    assert only(run) == ("CMD01", only(run)[1])
    assert ".xlsx, .csv" in only(run)[1]


def test_a_draft_of_unknown_form(desk: Desk, mataram: Path) -> None:
    code, told = only(desk.refused("draft", "perwali", "--project", mataram, name="rancangan.odt"))
    assert code == "CMD01"
    assert ".pdf, .docx" in told


def test_a_register_is_never_written_over(regpol: Regpol, tmp_path: Path) -> None:
    project = copy_of_mataram(tmp_path / "mataram", {})
    register = project / "register.xlsx"
    before = register.read_bytes()
    line = ("register", "decide", register, "--project", project, "-o", project / "." / "register.xlsx")
    assert only(regpol(*line).refused())[0] == "CMD10"
    assert register.read_bytes() == before


@pytest.mark.parametrize("where", ["missing", "locked", "a folder"])
def test_a_place_that_cannot_be_written(
    regpol: Regpol, mataram: Path, unwritable: Path, tmp_path: Path, where: str
) -> None:
    taken = tmp_path / "folder.csv"
    taken.mkdir()
    output = {"missing": tmp_path / "belum-ada" / "hasil.csv", "locked": unwritable / "hasil.txt", "a folder": taken}[
        where
    ]
    decide = ("register", "decide", mataram / "register.xlsx", "--project", mataram)
    draft = ("draft", "perwali", "--project", mataram)
    before = sorted(tmp_path.rglob("*"))
    code, told = only(regpol(*(draft if where == "locked" else decide), "-o", output).refused())
    assert code == "REG11"
    assert str(output) in told
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("case", PROJECTS)
def test_a_project_that_cannot_be_worked_with(refusals: dict[str, "Future[Run]"], case: str) -> None:
    _, code, culprit, words = PROJECTS[case]
    for run in (refusals[name].result() for name in (case, f"{case}, deciding") if name in refusals):
        project = Path(run.arguments[run.arguments.index("--project") + 1])
        lines = (project / "project.yaml").read_text(encoding="utf-8").splitlines()
        line = next(number for number, text in enumerate(lines, 1) if culprit in text)
        message = next(one for one in run.messages if one["code"] == code)
        assert message["where"].startswith(f"mataram/project.yaml:{line}")
        assert words in " ".join(filter(None, message.values()))


def test_a_unit_that_is_not_there(desk: Desk, mataram: Path) -> None:
    for unit in ("Ampenn", ""):
        code, told = only(desk.refused("draft", "mou", "--project", mataram, "--unit", unit, name="pks.txt"))
        assert code == "CMD01"
        assert "Ampenan (52.71.01)" in told
