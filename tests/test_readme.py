"""The README shows what the program really prints, and both languages show the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


def blocks(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {match["command"]: match["output"].rstrip("\n") for match in BLOCK.finditer(text)}


def test_both_languages_show_the_same_commands_and_outputs() -> None:
    assert blocks("README.md") == blocks("README.id.md")
    assert "./scripts/demo" in blocks("README.md")


PAGES = [ROOT / "README.md", ROOT / "README.id.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*/*.md")]


def test_no_link_of_a_page_leads_nowhere() -> None:
    links = [(page, link) for page in PAGES for link in re.findall(r"\]\(([^)\s#]+)[^)]*\)", page.read_text("utf-8"))]
    local = [(page, link) for page, link in links if not re.match(r"https?:|mailto:", link)]
    assert len(local) > 100
    assert not [f"{page.name}: {link}" for page, link in local if not (page.parent / link).exists()]


def test_pictures_are_small() -> None:
    large = [path.name for path in (ROOT / "docs" / "gambar").glob("*.*") if path.stat().st_size > 300_000]
    assert not large


@pytest.mark.parametrize("command", [it for it in blocks("README.md") if it.startswith("regpol ")])
def test_the_readme_shows_what_the_command_prints(command: str) -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "cli.py", *command.split()[1:]], capture_output=True, text=True, check=False
    )
    shown = run.stdout or run.stderr
    assert shown.rstrip("\n") == blocks("README.md")[command]


def test_every_decision_is_listed() -> None:
    """A note that no page leads to is read by nobody."""
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
