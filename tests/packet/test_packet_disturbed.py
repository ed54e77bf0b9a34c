"""Mataram's packets disturbed by the disk, the folder or an editor: a clear word, nothing lost, the same bytes."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mataram_packets import (
    FOLDERS,
    ROOT,
    Undisturbed,
    begun,
    command,
    everything,
    run,
    standing,
    whole_units_only,
)

pytestmark = pytest.mark.slow
NOBODY = "65534"
CITY, LAST, BEFORE_LAST = "52.71-Kota-Mataram", "52.71.06-Sandubaya", "52.71.05-Selaparang"
MISSING = {LAST, BEFORE_LAST}
EDITED = "templates/paket/rab.naskah.j2"


def mount(*options: str) -> None:
    """Mounts, or says why it cannot."""
    program = shutil.which("mount")
    done = program and subprocess.run([program, *options], capture_output=True, text=True, check=False)
    if not done or done.returncode:
        pytest.skip(f"mount tidak diizinkan di sini: {done.stderr.strip() if done else 'tidak ada perintahnya'}")


@contextmanager
def small_disk(place: Path, room: int) -> Iterator[Path]:
    """A disk of ``room`` bytes."""
    place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def primed(whole: Undisturbed, output: Path, missing: set[str]) -> Path:
    """A folder in which a run goes on that has only ``missing`` to make."""
    output.mkdir(parents=True)
    whole.prime(output, set(whole.stood) - missing)
    return output


def goes_on(whole: Undisturbed, output: Path, made: int) -> None:
    """The same command completes: only what did not stand is made, and every byte is as if nothing had been."""
    status, told = run(output)
    assert status == 1, told
    assert f"{made} paket dibuat, {FOLDERS - made} tidak" in told
    assert everything(output) == whole.files


def size(folder: Path) -> int:
    """Bytes a disk needs for a folder, which gives each file whole pages."""
    page = 4096
    return sum(-(-path.stat().st_size // page) * page for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("missing", "room", "finished"),
    [
        pytest.param({LAST}, lambda unit, zipped: unit // 2, {0}, id="in a unit"),
        # the city's is small: it stands long before the two others, which there is no room for
        pytest.param({CITY, *MISSING}, lambda unit, zipped: unit * 7 // 4, {1, 2}, id="between units"),
        pytest.param({LAST}, lambda unit, zipped: unit + zipped // 2, {1}, id="when all are put into one zip"),
    ],
)
def test_a_full_disk_is_told_and_going_on_with_more_room_gives_the_same_bytes(
    whole: Undisturbed, tmp_path: Path, missing: set[str], room: Callable[[int, int], int], finished: set[int]
) -> None:
    held = sum(size(whole.output / name) for name in set(whole.stood) - missing)
    free = room(size(whole.output / LAST), (whole.output / "paket.zip").stat().st_size)
    with small_disk(tmp_path / "disk", held + free) as disk:
        output = primed(whole, disk / "paket", missing)
        before = standing(output)
        status, told = run(output)
        assert status == 2, told
        assert "PKT21" in told
        assert "ruang penyimpanan habis" in told
        assert str(tmp_path) not in told
        assert "Traceback" not in told
        whole_units_only(whole, output)
        assert before <= standing(output)
        assert not begun(output)
        made = len(standing(output) - before)
        assert made in finished
        mount("-o", f"remount,size={4 * held}", str(disk))
        goes_on(whole, output, len(missing) - made)


def test_a_disk_that_can_only_be_read_is_told_and_left_as_it_was(whole: Undisturbed, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4 * sum(map(len, whole.files.values()))) as disk:
        output = primed(whole, disk / "paket", {LAST})
        before = everything(output)
        mount("-o", "remount,ro", str(disk))
        status, told = run(output)
        assert status == 2, told
        assert "media penyimpanan itu hanya dapat dibaca" in told
        assert everything(output) == before
        mount("-o", "remount,rw", str(disk))
        goes_on(whole, output, 1)


def test_a_folder_without_leave_to_write_is_told_and_left_as_it_was(whole: Undisturbed, tmp_path: Path) -> None:
    """Root may write anywhere, so for root the command runs as nobody, who owns the folder and lost the leave."""
    output = primed(whole, tmp_path / "paket", {LAST})
    before = everything(output)
    home = tmp_path / "rumah"
    home.mkdir()
    somebody: tuple[str, ...] = ()
    if not os.geteuid():
        if not shutil.which("setpriv"):
            pytest.skip("perlu setpriv untuk menjalankan perintah sebagai orang lain")
        somebody = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        for folder in (tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
        for path in (home, output, *output.rglob("*")):
            os.chown(path, int(NOBODY), int(NOBODY))
    output.chmod(0o555)
    status, told = run(output, before=somebody, HOME=str(home), REGPOL_CACHE=str(home))
    output.chmod(0o755)
    assert status == 2, told
    assert "tidak ada izin menulis di sana" in told
    assert everything(output) == before
    goes_on(whole, output, 1)


def edit_meanwhile(output: Path, templates: Path) -> tuple[int, str]:
    """Runs the command; an editor saves a template as soon as one more unit stands. Its status and what it told."""
    before = standing(output)
    edited = templates.parent / EDITED
    text = edited.read_text(encoding="utf-8")
    assert "Perhitungan" in text
    running = subprocess.Popen(
        command(output, "--templates", str(templates)), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    while running.poll() is None and standing(output) == before:
        time.sleep(0.02)
    edited.write_text(text.replace("Perhitungan", "Penghitungan"), encoding="utf-8")
    told = running.communicate()[1]
    return running.returncode, told


def test_a_template_edited_meanwhile_stops_the_run_and_nothing_is_mixed(whole: Undisturbed, tmp_path: Path) -> None:
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    given = ("--templates", str(templates))
    output = primed(whole, tmp_path / "paket", {CITY, *MISSING})
    before = standing(output)
    status, told = edit_meanwhile(output, templates)
    assert status == 2, told
    assert "PKT20" in told
    assert f"{EDITED} berubah ketika paket sedang disusun" in told
    whole_units_only(whole, output)
    made = standing(output) - before
    assert made
    assert not begun(output)

    status, told = run(output, *given)
    assert status == 1, told
    assert f"{FOLDERS} paket dibuat" in told
    assert told.count("rumusan berubah") == len(before | made), "what was made before the edit is made again for it"
    fresh = tmp_path / "segar"
    here = {LAST, *made}
    status, told = run(fresh, *given, *(f"--only={name.partition('-')[0]}" for name in here))
    assert status == 1, told
    for name in here:
        assert everything(fresh / name) == everything(output / name) != everything(whole.output / name)

    shutil.copy(ROOT / EDITED, templates.parent / EDITED)
    for name in set(whole.stood) - here:
        shutil.rmtree(output / name)
    whole.prime(output, set(whole.stood))
    status, told = run(output, *given)
    assert status == 1, told
    assert told.count("rumusan berubah") == len(here)
    assert everything(output) == whole.files
