"""The receipt of a folder of packets: what runs made, not what somebody made of it afterwards."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from regpol.commands.packet.receipt import write_receipt
from regpol.commands.verify.work import inputs_today
from regpol.packet import kept
from regpol.project.project import open_project
from regpol.receipt import receipt as receipts
from regpol.receipt.verifying import State, verify

MATARAM = Path(__file__).parents[2] / "examples" / "mataram"


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "paket"
    (folder / "52.71.01-Ampenan").mkdir(parents=True)
    (folder / "52.71.01-Ampenan" / "04-perjanjian.docx").write_bytes(b"PK agreement")
    (folder / "52.71.01-Ampenan" / "angka.json").write_text("{}")
    kept.write(folder / "52.71.01-Ampenan", (("hukum", "0" * 64),), 3)
    (folder / "index.html").write_text("<html></html>")
    shutil.copy(MATARAM / "project.yaml", tmp_path)
    return folder


def keep(out):
    project = open_project(out.parent)
    write_receipt(out, project, inputs_today(project), date(2026, 11, 22), ("--clean",))
    return receipts.read(out / receipts.NAME)


def test_every_file_of_a_packet_and_the_page_are_in_it(out):
    receipt = keep(out)
    assert [one.name for one in receipt.outputs] == [
        "52.71.01-Ampenan/04-perjanjian.docx",
        "52.71.01-Ampenan/angka.json",
        "index.html",
    ]
    assert receipt.command == ("packet", "--date", "2026-11-22", "--clean")
    assert verify(receipt, out, None).all_same


def test_a_later_run_does_not_make_an_edit_its_own(out):
    made = keep(out).outputs[0]
    (out / "52.71.01-Ampenan" / "04-perjanjian.docx").write_bytes(b"PK agreement, edited in Word")
    again = keep(out)
    assert again.outputs[0] == made
    assert [(one.name, one.state) for one in verify(again, out, None).touched] == [(made.name, State.CHANGED)]
