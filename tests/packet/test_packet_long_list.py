"""A list of participants longer than what is printed: a printed summary, and the workbook inside the PDF."""

import sys
from pathlib import Path

import pikepdf
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project
from test_packet_verb import CHOICES, DROPPED, FEW, PEOPLE, everything, packet

from regpol.commands.main import main


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--arsip",)])
def test_a_long_list_travels_inside_the_paper(tmp_path: Path, more: tuple[str, ...]) -> None:
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in (*DROPPED, "rab", "pendaftaran"))
    told = FEW.replace("  tidak_dibuat", '  daftar_dicetak: "1"\n  tidak_dibuat') + left
    project = small_project(tmp_path / "p", "52.71", PEOPLE, CHOICES, head="Wali Kota Contoh", more=told)
    output, again = tmp_path / "paket", tmp_path / "lagi"
    unit = ("--only", "Ampenan Selatan", *more)
    assert packet(project, output, *unit) == 1
    (listed,) = output.glob("*/TERBATAS/*-daftar-peserta.xlsx")
    for name in (listed.with_suffix(".pdf"), listed.parent / "paket-lengkap.pdf"):
        with pikepdf.open(name) as opened:
            assert listed.read_bytes() in {
                held.get_file().read_bytes() for key, held in opened.attachments.items() if key == listed.name
            }
    with pikepdf.open(listed.parents[1] / "paket.pdf") as opened:
        assert not opened.attachments, "the merged PDF for everyone has no names in it"
    assert main(["verify", str(output)]) == 0
    packet(project, again, *unit)
    assert everything(again) == everything(output)
