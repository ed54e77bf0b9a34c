"""The locked zip of a run: its password is never on a command line, and an old one does not outlive what it holds."""

import sys
import zipfile
from pathlib import Path

import pytest
import pyzipper

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project
from test_packet_verb import CHOICES, DROPPED, FEW, PEOPLE, packet

from regpol.commands.main import main
from regpol.commands.packet.password import password_of
from regpol.packet.zipping import write_locked
from regpol.terms.problems import Refused

PASSWORD = "kata sandi contoh"
LEFT = (*DROPPED, "rab", "daftar-peserta", "pendaftaran")


def test_a_password_comes_from_a_file_or_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sandi.txt").write_text(f"{PASSWORD}\r\nbaris lain\n", newline="")
    assert password_of(asked=False, file=tmp_path / "sandi.txt") == PASSWORD
    monkeypatch.setenv("REGPOL_SANDI", PASSWORD)
    assert password_of(asked=True, file=None) == PASSWORD
    assert password_of(asked=False, file=None) == ""


def test_a_password_that_is_short_or_missing_is_refused_without_telling_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGPOL_SANDI", "rahasia")
    with pytest.raises(Refused, match="PKT22") as refused:
        password_of(asked=True, file=None)
    assert "rahasia" not in str(refused.value)
    monkeypatch.delenv("REGPOL_SANDI")
    for file in (None, tmp_path / "tidak-ada.txt"):
        with pytest.raises(Refused, match="PKT22"):
            password_of(asked=True, file=file)


def test_a_locked_zip_opens_with_its_password_only(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("isi")
    write_locked(tmp_path / "t.zip", [("unit/a.json", tmp_path / "a.json")], PASSWORD)
    with pyzipper.AESZipFile(tmp_path / "t.zip") as opened:
        with pytest.raises(RuntimeError):
            opened.read("unit/a.json", pwd=b"kata sandi lain")
        assert opened.read("unit/a.json", pwd=PASSWORD.encode()) == b"isi"


@pytest.mark.slow
def test_a_locked_zip_holds_everything_and_goes_when_the_packets_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in LEFT)
    project = small_project(tmp_path / "p", "52.71", PEOPLE, CHOICES, head="Wali Kota Contoh", more=FEW + left)
    output, secret = tmp_path / "paket", tmp_path / "sandi.txt"
    secret.write_text(PASSWORD)
    locked = output / "paket-tersandi.zip"
    assert packet(project, output, "--sandi-dari", str(secret)) == 1
    with pyzipper.AESZipFile(locked) as opened, zipfile.ZipFile(output / "paket.zip") as plain:
        assert opened.namelist() == plain.namelist()
        opened.setpassword(PASSWORD.encode())
        assert all(opened.read(name) == plain.read(name) for name in plain.namelist())
    assert main(["verify", str(output)]) == 0
    told = capsys.readouterr()
    assert PASSWORD not in told.out + told.err + (output / "kuitansi.json").read_text()
    assert packet(project, output) == 1
    assert locked.is_file(), "nothing changed"
    packet(project, output, "--date", "2025-01-03")
    assert not locked.exists()
    assert "paket-tersandi.zip dihapus" in capsys.readouterr().err
