"""What the Markdown pages point to is there: files, and the scripts they tell a reader to run."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
SCRIPT = re.compile(r"\./(scripts/[\w-]+)")


def pages() -> list[str]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    return subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("page", pages())
def test_a_page_points_to_what_is_there(page: str) -> None:
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    targets = [path.parent / link for link in LINK.findall(text)]
    targets += [ROOT / script for script in SCRIPT.findall(text)]
    assert not [str(target) for target in targets if not target.exists()]
