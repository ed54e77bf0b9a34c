"""Reads one file of a known shape whole, or refuses it: nothing is used of a file with something wrong in it."""

from pathlib import Path
from typing import TypeVar

from regpol.law.shape import Report, Shape, Unreadable
from regpol.law.yaml_text import read_file
from regpol.terms.problems import Refused

T = TypeVar("T")


def read_shaped(path: Path, shown_as: str, shape: Shape[T]) -> T:
    """What the file holds; ``shown_as`` is its name in messages.

    Raises:
        Refused: with everything wrong in the file.
    """
    tree, problems = read_file(path, shown_as)
    report: Report = list(problems)
    if tree is not None:
        try:
            found = shape.read(tree, report)
        except Unreadable:
            raise Refused(*report) from None
        if not report:
            return found
    raise Refused(*report)
