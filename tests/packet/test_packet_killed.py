"""Mataram's packets, killed at twenty moments: nothing half made is seen, going on gives the same bytes."""

import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from mataram_packets import Undisturbed, begun, command, everything, run, whole_units_only

pytestmark = pytest.mark.slow
KILLS = 20
SEED = 20250102


def go_on_until(whole: Undisturbed, moment: float, output: Path) -> bool:
    """Goes on with a run until the moment of an undisturbed one; whether it was still running when it was killed."""
    stood = whole.stood_at(moment)
    whole.prime(output, set(stood))
    since = moment - max(stood.values(), default=whole.begun)
    before = begun(output)
    running = subprocess.Popen(command(output), stderr=subprocess.DEVNULL)
    if len(stood) == len(whole.stood):
        time.sleep(whole.begun + since)
    elif since < 0:
        time.sleep(moment)
    else:
        while running.poll() is None and not begun(output) - before:
            time.sleep(0.05)
        time.sleep(since)
    running.send_signal(signal.SIGKILL)
    return running.wait() == -signal.SIGKILL


def test_a_run_killed_at_twenty_moments_goes_on_to_the_same_bytes(whole: Undisturbed, tmp_path: Path) -> None:
    """Each run goes on from what the kill before it left, and from the units an undisturbed run had finished by its
    moment, so that the twenty moments are spread over the whole of it without waiting for the whole twenty times."""
    dice = random.Random(SEED)
    output = tmp_path / "paket"
    killed = 0
    left_begun: list[int] = []
    moments = sorted(dice.uniform(0, whole.length) for _ in range(KILLS))
    while killed < KILLS:
        moment = moments[killed]
        if go_on_until(whole, moment, output):
            killed += 1
            left_begun.append(len(begun(output)))
        else:
            assert everything(output) == whole.files
            shutil.rmtree(output)
        whole_units_only(whole, output)
    assert sum(map(bool, left_begun)) >= KILLS // 2, "most kills must come while a unit is being made"
    status, told = run(output)
    assert status == 1, told
    assert everything(output) == whole.files
