"""A receipt beside its files: whatever was touched afterwards is named, with its kind and the day."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from regpol.commands.main import main
from regpol.law.files import data_folder
from regpol.project.project import open_project
from regpol.receipt import receipt as receipts
from regpol.receipt import told
from regpol.receipt.inputs import gather
from regpol.receipt.schema import schemas
from regpol.receipt.verifying import Group, State, verify
from regpol.terms.problems import Refused

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)


class Setting:
    """A project, its law and wording, and two finished files with their receipt, all free to be changed."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "proyek"
        self.rules, self.templates, self.out = folder / "rules", folder / "templates", folder / "paket"
        self.project.mkdir()
        shutil.copy(ROOT / "examples" / "mataram" / "project.yaml", self.project)
        (self.project / "register.xlsx").write_bytes(b"rows")
        shutil.copytree(data_folder("rules"), self.rules)
        shutil.copytree(data_folder("templates"), self.templates)
        (self.out / "ampenan").mkdir(parents=True)
        (self.out / "ampenan" / "perjanjian.pdf").write_bytes(b"%PDF 1.200 orang")
        (self.out / "rab.xlsx").write_bytes(b"PK")
        self.receipt = receipts.receipt_of(
            self.inputs(),
            decided=DAY,
            region="52.71",
            year=2025,
            command=("packet", "--date", DAY.isoformat()),
            outputs=[receipts.output_of(self.out / name, self.out) for name in ("rab.xlsx", "ampenan/perjanjian.pdf")],
        )
        (self.out / receipts.NAME).write_bytes(receipts.write(self.receipt))

    def inputs(self):
        return gather(open_project(self.project), self.rules, self.templates)

    def verdict(self):
        return verify(receipts.read(self.out / receipts.NAME), self.out, self.inputs())


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    return Setting(tmp_path_factory.mktemp("kuitansi"))


@pytest.fixture
def setting(pristine, tmp_path):
    """A copy for one test."""
    copy = object.__new__(Setting)
    base = pristine.project.parent
    shutil.copytree(base, tmp_path / "salinan")
    for name in ("project", "rules", "templates", "out"):
        setattr(copy, name, tmp_path / "salinan" / getattr(pristine, name).relative_to(base))
    return copy


def test_what_nobody_touched_is_the_same(pristine):
    verdict = pristine.verdict()
    assert verdict.all_same
    assert len(verdict.outputs) == 2
    assert {one.name for one in verdict.inputs} >= {"hukum", "register", "templat", "gaya", "pustaka", "kode program"}


def test_a_receipt_reads_back_as_it_was_written_and_fits_its_schema(pristine):
    data = (pristine.out / receipts.NAME).read_bytes()
    assert receipts.write(receipts.read(pristine.out / receipts.NAME)) == data
    Draft202012Validator(schemas()["kuitansi"]).validate(json.loads(data))


def test_a_receipt_names_no_place_of_the_machine_and_no_person(pristine):
    text = (pristine.out / receipts.NAME).read_text(encoding="utf-8")
    assert str(pristine.project.parent) not in text
    assert open_project(pristine.project).head.name not in text


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n# x\n")


@pytest.mark.parametrize(
    ("touch", "group", "part"),
    [
        ("rules/peraturan/uu-24-2011.yaml", Group.LAW, "rules/peraturan/uu-24-2011.yaml"),
        ("rules/upah-minimum.yaml", Group.LAW, "rules/upah-minimum.yaml"),
        ("proyek/register.xlsx", Group.DATA, None),
        ("proyek/project.yaml", Group.POLICY, None),
        ("templates/mou.naskah.j2", Group.WORDING, "templates/mou.naskah.j2"),
        ("templates/layout/naskah.css", Group.WORDING, "templates/layout/naskah.css"),
    ],
)
def test_a_changed_input_is_named_with_its_kind_its_file_and_its_day(setting, touch, group, part):
    path = setting.project.parent / touch
    append(path)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    (moved,) = setting.verdict().moved
    assert (moved.group, moved.state) == (group, State.CHANGED)
    assert [one.name for one in moved.parts] == ([part] if part else [])
    since = moved.parts[0].since if part else moved.since
    assert since in {date(2023, 11, 14), date(2023, 11, 15)}, "the day depends on where the clock hangs"


def test_law_that_is_new_or_gone_is_named(setting):
    (setting.rules / "peraturan" / "uu-24-2011.yaml").rename(setting.rules / "peraturan" / "uu-25-2011.yaml")
    (moved,) = setting.verdict().moved
    assert [one.state for one in moved.parts] == [State.GONE, State.NEW]


def test_a_library_of_another_version_is_named_with_both(setting):
    kept = receipts.read(setting.out / receipts.NAME)
    text = (setting.out / receipts.NAME).read_text(encoding="utf-8")
    version = dict(kept.details["pustaka"])["weasyprint"]
    text = text.replace(f'"weasyprint": "{version}"', '"weasyprint": "1.0"')
    text = text.replace(dict(kept.inputs)["pustaka"], "0" * 64)
    (setting.out / receipts.NAME).write_text(text, encoding="utf-8")
    verdict = setting.verdict()
    assert f"weasyprint 1.0 menjadi {version}" in told.told(verdict, kept, "Kuitansi", {})
    assert [one.group for one in verdict.moved] == [Group.PROGRAM]


def test_each_way_to_touch_a_finished_file_is_seen(setting):
    append(setting.out / "ampenan" / "perjanjian.pdf")
    (setting.out / "rab.xlsx").unlink()
    (setting.out / "catatan.txt").write_text("x")
    verdict = setting.verdict()
    assert {one.name: one.state for one in verdict.touched} == {
        "ampenan/perjanjian.pdf": State.CHANGED,
        "rab.xlsx": State.GONE,
        "catatan.txt": State.NEW,
    }
    assert not verdict.moved
    text = told.told(verdict, receipts.read(setting.out / receipts.NAME), "Kuitansi", {})
    assert "bukan lagi yang dibuat regpol" in text
    assert "rab.xlsx: hilang" in text
    Draft202012Validator(schemas()["verify"]).validate(told.document(verdict, setting_receipt(setting)))


def setting_receipt(setting):
    return receipts.read(setting.out / receipts.NAME)


def test_same_size_and_other_bytes_is_a_change(setting):
    path = setting.out / "ampenan" / "perjanjian.pdf"
    path.write_bytes(path.read_bytes().replace(b"1.200", b"1.300"))
    assert [one.name for one in setting.verdict().touched] == ["ampenan/perjanjian.pdf"]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"[]", b"{}", b'{"susunan": "regpol-manifes-1"}', b"[" * 100_000, b"\xff\xfe"],
)
def test_what_is_no_receipt_is_refused(tmp_path, content):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(Refused, match="RCP01"):
        receipts.read(tmp_path / "x.json")


@pytest.mark.parametrize("name", ["../rahasia", "/etc/passwd", "a/../../b", "..\\b"])
def test_a_receipt_reads_only_below_its_own_folder(pristine, tmp_path, name):
    told = json.loads((pristine.out / receipts.NAME).read_bytes())
    told["hasil"][0]["berkas"] = name
    (tmp_path / "x.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(Refused, match="RCP01"):
        receipts.read(tmp_path / "x.json")


def test_the_command_tells_by_its_exit_status(setting, capsys):
    shutil.rmtree(setting.rules)
    (setting.out / "ampenan" / "perjanjian.pdf").write_bytes(b"other")
    assert main(["verify", str(setting.out), "--project", str(setting.project), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(schemas()["verify"]).validate(found)
    assert [one["berkas"] for one in found["hasil"] if one["keadaan"] == "berubah"] == ["ampenan/perjanjian.pdf"]
    assert not [one for one in found["bahan"] if one["keadaan"] != "sama"]
    assert main(["verify", str(setting.out / "rab.xlsx")]) == 2
    assert main(["verify", str(setting.out), "--project", str(ROOT / "examples" / "palembang")]) == 2


def test_without_a_project_the_files_are_still_checked(setting, tmp_path, capsys):
    alone = tmp_path / "kiriman"
    shutil.copytree(setting.out, alone)
    assert main(["verify", str(alone)]) == 0
    assert "tidak diperiksa, karena proyeknya tidak disebut" in capsys.readouterr().out
    assert main(["verify", str(alone), "--ulang"]) == 2


def test_what_was_made_with_own_templates_is_compared_with_them_where_they_are_named(setting, capsys):
    own = setting.templates.rename(setting.templates.with_name("templat-kami"))
    (own / "mou.naskah.j2").write_text("rumusan kami", encoding="utf-8")
    setting.templates = own
    outputs = setting_receipt(setting).outputs
    made = receipts.receipt_of(
        setting.inputs(), decided=DAY, region="52.71", year=2025, command=("packet",), outputs=outputs
    )
    (setting.out / receipts.NAME).write_bytes(receipts.write(made))
    asked = ["verify", str(setting.out), "--project", str(setting.project)]
    assert main([*asked, "--templates", str(own)]) == 0, capsys.readouterr().out
    assert "--templates" not in capsys.readouterr().out
    assert main(asked) == 1
    found = capsys.readouterr().out
    assert "templates/mou.naskah.j2: berubah" in found
    assert "sebut foldernya dengan --templates" in " ".join(found.split())
    assert main([*asked, "--templates", str(setting.project)]) == 2
    assert "tidak memuat jenis.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["kuitansi", "verify"])
def test_the_printed_schemas_are_up_to_date(name):
    kept = json.loads((ROOT / "rules" / "skema" / f"{name}.json").read_text(encoding="utf-8"))
    assert kept == schemas()[name]


@pytest.mark.slow
def test_a_draft_of_own_templates_is_made_again_with_them(tmp_path, capsys):
    own = tmp_path / "templat-kami"
    shutil.copytree(data_folder("templates"), own)
    template = own / "mou.naskah.j2"
    reworded = template.read_text(encoding="utf-8").replace("PARA PIHAK sepakat", "PARA PIHAK setuju")
    template.write_text(reworded, encoding="utf-8")
    project = ["--project", str(ROOT / "examples" / "mataram")]
    output = tmp_path / "a.docx"
    given = ["--templates", str(own)]
    assert main(["draft", "mou", *project, "--unit", "Ampenan", "-o", str(output), "--kuitansi", *given]) < 2
    again = ["verify", f"{output}.kuitansi.json", *project, "--ulang"]
    assert main([*again, *given]) == 0
    assert "semuanya sama persis" in capsys.readouterr().out
    assert main(again) == 1
    assert "a.docx: berubah" in capsys.readouterr().out


@pytest.mark.slow
def test_a_draft_made_again_is_the_same_to_the_byte(tmp_path, capsys):
    output = tmp_path / "a.docx"
    project = ROOT / "examples" / "mataram"
    assert main(["draft", "mou", "--project", str(project), "--unit", "Ampenan", "-o", str(output), "--kuitansi"]) < 2
    assert main(["verify", f"{output}.kuitansi.json", "--project", str(project), "--ulang"]) == 0
    assert "semuanya sama persis" in capsys.readouterr().out
