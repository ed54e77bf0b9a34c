"""The parts of a packet that need no register: names of folders, zips, counting, what changed."""

import errno
import zipfile
from pathlib import Path

import pytest

from regpol.documents.kinds import read_kinds
from regpol.law.yaml_text import Text
from regpol.packet import folders, kept
from regpol.packet.choosing import choose
from regpol.packet.contents import read_contents
from regpol.packet.counting import Counter, Group, Part, Situation
from regpol.packet.page import UnitLine
from regpol.packet.zipping import write_zip
from regpol.project.project import open_project
from regpol.reports.safe_file import replacing
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Ampenan/Teluk", "52.71.01-Ampenan-Teluk"),
        ("..", "52.71.01"),
        ("CON", "52.71.01-CON"),
        ("Ba'a\x00\n", "52.71.01-Ba-a"),
        ("x" * 200, "52.71.01-" + "x" * 60),
    ],
)
def test_any_name_makes_a_safe_folder(name: str, folder: str) -> None:
    assert folders.folder_name("52.71.01", name) == folder


def test_the_same_name_twice_stays_two_folders() -> None:
    assert folders.folder_name("93.01.01", "Wasur") != folders.folder_name("93.01.02", "Wasur")


def test_a_zip_is_the_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.json"):
        (tmp_path / name).write_text(name * 50)
    pairs = [(path.name, path) for path in tmp_path.iterdir()]
    write_zip(tmp_path / "satu.zip", pairs)
    write_zip(tmp_path / "dua.zip", reversed(pairs))
    assert (tmp_path / "satu.zip").read_bytes() == (tmp_path / "dua.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "satu.zip") as opened:
        assert opened.namelist() == ["a.json", "b.pdf"]
        assert opened.read("b.pdf").decode() == "b.pdf" * 50


def counter() -> Counter:
    return Counter([Situation(1, "nelayan", "Nelayan", "BPU", (("jkk", "JKK"),))])


def test_a_tariff_that_changes_in_the_year_is_two_lines_that_add_up() -> None:
    parts = [Part(1, "jkk", 10_000, 1, 3, False, 7, 210_000), Part(1, "jkk", 5_000, 4, 12, False, 7, 315_000)]
    counted = counter().count([Group(1, 1, 12, 7, 35_000, 525_000)], parts)
    assert [(line.each, line.months, line.total) for line in counted.computation] == [
        (10_000, 3, 210_000),
        (5_000, 9, 315_000),
    ]
    assert [month.total for month in counted.months] == [70_000] * 3 + [35_000] * 9
    assert sum(month.total or 0 for month in counted.months) == counted.yearly


def test_who_is_paid_for_part_of_the_year_is_in_those_months_only() -> None:
    parts = [Part(1, "jkk", 10_000, 1, 12, False, 2, 240_000), Part(1, "jkk", 10_000, 1, 6, False, 3, 180_000)]
    groups = [Group(1, 1, 12, 2, 20_000, 240_000), Group(1, 1, 6, 3, 30_000, 180_000)]
    counted = counter().count(groups, parts)
    assert [month.people for month in counted.months] == [5] * 6 + [2] * 6
    assert sum(month.total or 0 for month in counted.months) == counted.yearly == 420_000


def test_lines_that_do_not_add_up_stop_the_run() -> None:
    with pytest.raises(AssertionError, match="add up"):
        counter().count([Group(1, 1, 12, 7, 70_000, 1)], [Part(1, "jkk", 10_000, 1, 12, False, 7, 840_000)])


def test_an_amount_that_is_not_known_is_never_a_zero() -> None:
    counted = counter().count([Group(1, 1, 12, 7, None, None)], [Part(1, "jkk", None, 1, 12, False, 7, None)])
    assert counted.computation[0].total is None
    assert {month.total for month in counted.months} == {None}


def test_registration_sheets_are_those_of_the_templates_with_the_columns_of_the_project() -> None:
    contents = read_contents(Path(__file__).parents[2] / "templates")
    own = ((Text("bpu", NOWHERE), ("NIK", "Ukuran baju")),)
    assert [segment for segment, _, _ in contents.sheets(())] == ["pu", "bpu"]
    assert contents.sheets(own)[1] == ("bpu", "Pendaftaran BPU", ("NIK", "Ukuran baju"))
    assert contents.sheets(own)[0] == contents.sheets(())[0]


def test_annexes_inside_agreements_are_counted_as_their_templates_have_them() -> None:
    templates = Path(__file__).parents[2] / "templates"
    contents, kinds = read_contents(templates), read_kinds(templates)
    for _, item in contents.items:
        if item.kind in {"mou", "nota-kesepakatan"}:
            text = (templates / kinds.find(item.kind)[1].template).read_text(encoding="utf-8")
            assert item.own_annexes == text.count("\nLampiran ")


@pytest.mark.parametrize(("region", "annexes"), [(False, "I II III IV V VI"), (True, "I II III")])
def test_all_annexes_of_a_packet_are_one_series_and_the_agreements_come_first(region: bool, annexes: str) -> None:
    root = Path(__file__).parents[2]
    contents, kinds = read_contents(root / "templates"), read_kinds(root / "templates")
    project = open_project(root / "examples" / "mataram")
    chosen = choose(contents, kinds, project, region=region, public=False)
    assert [one.annexes for one in chosen if one.annexes] == annexes.split()


def test_a_segment_without_a_sheet_or_unknown_to_the_rulebook_is_refused() -> None:
    contents = read_contents(Path(__file__).parents[2] / "templates")
    with pytest.raises(Refused, match="segmen “bpuu”"):
        contents.sheets(((Text("bpuu", NOWHERE), ("NIK",)),))
    with pytest.raises(Refused, match="segmen “pu”"):
        contents.check_segments(("bpu", "jakon"))


def test_the_page_lists_papers_with_their_formats_and_what_holds_several_first() -> None:
    files = ("09-rab.pdf", "09-rab.xlsx", "paket.pdf", "TERBATAS/07-daftar-peserta.pdf", "09-rab.docx")
    unit = UnitLine(
        code="1",
        name="Contoh",
        folder="1-Contoh",
        state="lengkap",
        people=1,
        monthly=1,
        yearly=12,
        pages=1,
        left_out=0,
        present=2,
        missing=(),
        waived=(),
        files=files,
    )
    assert unit.papers == (
        ("paket", (("PDF", "paket.pdf"),)),
        ("07-daftar-peserta", (("PDF", "TERBATAS/07-daftar-peserta.pdf"),)),
        ("09-rab", (("DOCX", "09-rab.docx"), ("PDF", "09-rab.pdf"), ("XLSX", "09-rab.xlsx"))),
    )


def made(folder: Path) -> kept.Kept:
    folder.mkdir()
    (folder / "a.pdf").write_text("isi")
    kept.write(folder, (("hukum", "1"), ("rumusan", "2")), 3)
    found = kept.read(folder)
    assert found is not None
    return found


def test_what_changed_since_is_named(tmp_path: Path) -> None:
    held = made(tmp_path / "unit")
    assert kept.changed(held.made_from, (("hukum", "1"), ("rumusan", "3"))) == ("rumusan",)
    assert kept.edited(tmp_path / "unit", held) == kept.lost(tmp_path / "unit", held) == ()
    (tmp_path / "unit" / "a.pdf").write_text("disunting")
    assert kept.edited(tmp_path / "unit", held) == ("a.pdf",)
    (tmp_path / "unit" / "a.pdf").unlink()
    assert kept.lost(tmp_path / "unit", held) == ("a.pdf",)


def test_what_a_killed_run_left_is_swept_and_what_it_set_aside_goes_back(tmp_path: Path) -> None:
    made(tmp_path / "unit")
    aside = folders.private(tmp_path)
    (tmp_path / "unit").rename(aside / "unit")
    half = folders.private(tmp_path)
    (half / "x.pdf").write_text("separuh")
    with folders.holding(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == ["unit"]
    assert (tmp_path / "unit" / "a.pdf").read_text() == "isi"


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_text("milik orang")
    with pytest.raises(Refused, match="PKT02"), folders.holding(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["surat.docx"]


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with (
        folders.holding(tmp_path / "paket"),
        pytest.raises(Refused, match="PKT01"),
        folders.holding(tmp_path / "paket"),
    ):
        pass


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "PKT21"), (errno.EROFS, "REG11")])
def test_a_file_of_the_whole_run_that_finds_no_room_is_told_like_a_unit_that_finds_none(
    tmp_path: Path, number: int, code: str
) -> None:
    with (
        pytest.raises(Refused, match=code),
        folders.noticing_full(tmp_path),
        replacing(tmp_path / "paket.zip"),
    ):
        raise OSError(number, "told by the disk")
    assert not list(tmp_path.iterdir())
