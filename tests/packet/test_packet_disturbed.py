"""A run of packets that the disk, the folder or an editor disturbs: nothing half made, a clear word, the same bytes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project
from test_packet_verb import CHOICES, DROPPED, FEW, PEOPLE, everything, packet, units

from regpol.packet import folders

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
NOBODY = "65534"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in DROPPED)
    folder = tmp_path_factory.mktemp("proyek")
    return small_project(folder, "52.71", PEOPLE, CHOICES, head="Wali Kota Contoh", more=FEW + left)


@pytest.fixture(scope="module")
def undisturbed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    output = tmp_path_factory.mktemp("utuh") / "paket"
    assert packet(project, output) == 1
    return everything(output)


def mount(*options: str) -> None:
    """Mounts, or says why it cannot."""
    program = shutil.which("mount")
    done = program and subprocess.run([program, *options], capture_output=True, text=True, check=False)
    if not done or done.returncode:
        pytest.skip(f"mount tidak diizinkan di sini: {done.stderr.strip() if done else 'tidak ada perintahnya'}")


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def whole_units_only(output: Path, expected: dict[str, bytes]) -> None:
    """Whatever folder of a unit stands is whole, and nothing begun lies beside it."""
    for folder in units(output):
        held = {name for name in expected if name.startswith(f"{folder.name}/")}
        assert {f"{folder.name}/{name}" for name in everything(folder)} == held
    assert not list(output.glob(f".*{folders.ENDING}"))


@pytest.mark.parametrize("size", [250, 600, 900, 1400])
def test_a_full_disk_is_told_and_going_on_with_more_room_gives_the_same_bytes(
    project: Path, undisturbed: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str], size: int
) -> None:
    """The sizes let it end in the first unit, between units, and when all packets are put into one zip."""
    assert size * 1024 < sum(map(len, undisturbed.values()))
    with small_disk(tmp_path / "disk", size) as disk:
        output = disk / "paket"
        assert packet(project, output) == 2
        told = capsys.readouterr().err
        assert "ruang penyimpanan habis" in told
        assert str(tmp_path) not in told.partition("PKT21")[2]
        whole_units_only(output, undisturbed)
        done = {folder.name for folder in units(output)}
        mount("-o", "remount,size=64m", str(disk))
        assert packet(project, output) == 1
        assert f"{3 - len(done)} paket dibuat, {len(done)} tidak" in capsys.readouterr().err
        assert everything(output) == undisturbed


def test_a_disk_that_can_only_be_read_is_told_and_left_as_it_was(
    project: Path, undisturbed: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_disk(tmp_path / "disk", 65536) as disk:
        output = disk / "paket"
        packet(project, output)
        shutil.rmtree(next(output.glob("52.71.02*")))
        mount("-o", "remount,ro", str(disk))
        capsys.readouterr()
        assert packet(project, output) == 2
        assert "media penyimpanan itu hanya dapat dibaca" in capsys.readouterr().err
        mount("-o", "remount,rw", str(disk))
        assert packet(project, output) == 1
        assert everything(output) == undisturbed


def test_a_folder_without_leave_to_write_is_told(project: Path, tmp_path: Path) -> None:
    """Root may write anywhere, so the command runs as nobody, in folders that everybody may read."""
    if os.geteuid() or not shutil.which("setpriv"):
        pytest.skip("perlu root dan setpriv untuk menjalankan perintah sebagai orang lain")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    shutil.copytree(project, tmp_path / "proyek", copy_function=shutil.copyfile)
    (tmp_path / "proyek").chmod(0o755)
    (tmp_path / "tempat").mkdir(mode=0o555)
    home = tmp_path / "rumah"
    home.mkdir()
    home.chmod(0o777)
    as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    run = subprocess.run(
        [*as_nobody, sys.executable, str(ROOT / "cli.py"), "packet", "--project", "proyek", "-o", "tempat/paket"],
        cwd=tmp_path,
        env={**os.environ, "HOME": str(home), "REGPOL_CACHE": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2, run.stderr
    assert "tidak ada izin menulis di sana" in run.stderr
    assert not list((tmp_path / "tempat").iterdir())


def test_a_template_edited_meanwhile_stops_the_run_and_nothing_is_mixed(
    project: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templat")
    edited = templates / "paket" / "rab.naskah.j2"
    before = edited.read_text()
    really_put = folders.put

    def put_and_edit(made: Path, target: Path) -> None:
        really_put(made, target)
        edited.write_text(before.replace("Perhitungan", "Penghitungan"))

    output = tmp_path / "paket"
    monkeypatch.setattr(folders, "put", put_and_edit)
    assert packet(project, output, "--templates", str(templates)) == 2
    told = capsys.readouterr().err
    assert "PKT20" in told
    assert "templates/paket/rab.naskah.j2 berubah ketika paket sedang disusun" in told
    assert len(units(output)) == 1
    whole_units_only(output, undisturbed)
    monkeypatch.setattr(folders, "put", really_put)

    assert packet(project, output, "--templates", str(templates)) == 1
    told = capsys.readouterr().err
    assert told.count("rumusan berubah") == 1, "only the unit made before the edit is made again for it"
    assert "3 paket dibuat" in told
    fresh = tmp_path / "segar"
    assert packet(project, fresh, "--templates", str(templates)) == 1
    assert everything(output) == everything(fresh) != undisturbed

    edited.write_text(before)
    assert packet(project, output, "--templates", str(templates)) == 1
    assert everything(output) == undisturbed
