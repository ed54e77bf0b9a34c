"""What ``regpol status`` says of finished files: up to date, out of date and by what, touched by hand."""

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from regpol.commands.project.finished import made_in
from regpol.commands.verify.work import inputs_today
from regpol.project.project import open_project
from regpol.project.signatures import SignedEntries
from regpol.receipt import receipt as receipts
from regpol.reports.project_status import DECIDED, DRAFT, PACKETS, PLAN, Standing, status_text

MATARAM = Path(__file__).parents[2] / "examples" / "mataram"


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "proyek"
    (folder / "out" / "paket").mkdir(parents=True)
    shutil.copy(MATARAM / "project.yaml", folder)
    (folder / "register.xlsx").write_bytes(b"rows")
    for name in ("project.yaml", "register.xlsx"):
        os.utime(folder / name, (1_700_000_000, 1_700_000_000))
    for name in ("keputusan.xlsx", "rencana.pdf", "rancangan-perkada.docx", "paket/a.pdf"):
        (folder / "out" / name).write_bytes(b"made")
    opened = open_project(folder)
    keep(opened, folder / "out" / "rancangan-perkada.docx", ("draft", "perkada"))
    keep(opened, folder / "out" / "paket" / "a.pdf", ("packet",))
    return opened


def keep(opened, path, command):
    receipt = receipts.receipt_of(
        inputs_today(opened),
        decided=date(2026, 11, 22),
        region=opened.region,
        year=opened.year,
        command=command,
        outputs=[receipts.output_of(path, path.parent)],
    )
    folder = command[0] == "packet"
    beside = path.with_name(receipts.NAME if folder else path.name + receipts.ENDING)
    beside.write_bytes(receipts.write(receipt))


def stale(opened):
    return {one.name: one.stale for one in made_in(opened) if one.stale}


def test_what_was_made_last_is_up_to_date(project):
    assert {one.name: (one.kind, one.receipt) for one in made_in(project)} == {
        "out/keputusan.xlsx": (DECIDED, False),
        "out/paket": (PACKETS, True),
        "out/rancangan-perkada.docx": (DRAFT, True),
        "out/rencana.pdf": (PLAN, False),
    }
    assert not stale(project)


def test_a_register_written_later_makes_all_out_of_date(project):
    register = project.folder / "register.xlsx"
    register.write_bytes(b"other rows")
    os.utime(register, (4_000_000_000, 4_000_000_000))
    found = stale(project)
    assert set(found) == {one.name for one in made_in(project)}
    assert found["out/paket"] == "data berubah sejak dibuat"
    assert found["out/keputusan.xlsx"].startswith("register.xlsx ditulis sesudahnya (")


def test_a_file_that_was_touched_by_hand_is_told(project):
    (project.folder / "out" / "paket" / "a.pdf").write_bytes(b"changed")
    assert stale(project) == {"out/paket": "1 berkasnya disentuh atau hilang sesudah dibuat"}


def test_a_receipt_that_cannot_be_read_leaves_the_day_of_the_file(project):
    (project.folder / "out" / "rancangan-perkada.docx.kuitansi.json").write_text("{}")
    assert not stale(project)
    os.utime(project.folder / "project.yaml", (4_000_000_000, 4_000_000_000))
    assert "project.yaml ditulis sesudahnya" in stale(project)["out/rancangan-perkada.docx"]


def test_a_draft_somebody_worked_on_is_never_proposed_to_be_written_over(project):
    (project.folder / "out" / "rancangan-perkada.docx").write_bytes(b"edited in Word")
    draft = next(one for one in made_in(project) if one.kind == DRAFT)
    assert (draft.edited, draft.stale) == (True, "")
    register = project.folder / "register.xlsx"
    register.write_bytes(b"other rows")
    text = told(project)
    assert "rancangan-perkada.docx: data berubah sejak dibuat (sudah disunting pula)" in text
    assert f"-o {project.folder}/out/rancangan-perkada.docx" not in text
    assert f"regpol redline {project.folder}/out/rancangan-perkada.docx {project.folder}/out/baru.docx" in text


def test_names_that_are_still_dots_are_missing(project):
    path = project.folder / "project.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    dotted = [re.sub(r"nama: [^,}]+", 'nama: "........"', line) for line in lines]
    path.write_text("".join(dotted), encoding="utf-8")
    assert "nama kepala daerah, nama sekretaris daerah, nama camat" in told(open_project(project.folder))


def test_a_category_with_programmes_but_no_segment_of_its_own_is_counted_as_chosen(project):
    assert "non_asn" not in project.policy.segments
    assert f"{len(project.policy.programmes)} kategori diberi pilihan" in told(project)


def told(opened):
    standing = Standing(project=opened, counts=None, brief=None, made=made_in(opened), signed=SignedEntries(0, (), 0))
    return " ".join(status_text(standing).split())
