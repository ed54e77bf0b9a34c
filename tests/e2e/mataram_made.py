"""Copies of the example project, and the files made of it."""

import shutil
from concurrent.futures import Future
from pathlib import Path

from regpol_command import MATARAM, Run


def copy_of_mataram(folder: Path, changes: dict[str, str]) -> Path:
    """A project like Mataram's; each change replaces words that stand in its file exactly once."""
    folder.mkdir(parents=True)
    shutil.copy(MATARAM / "register.xlsx", folder)
    text = (MATARAM / "project.yaml").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "project.yaml").write_text(text, encoding="utf-8")
    return folder


class Made:
    """The files made of Mataram, and the runs that made them."""

    def __init__(self, folder: Path, runs: dict[str, "Future[Run]"]) -> None:
        self.folder = folder
        self.runs = runs

    def run(self, name: str) -> Run:
        return self.runs[name].result()

    def path(self, name: str) -> Path:
        """The file of this name, made."""
        self.run(name).done()
        return self.folder / name
