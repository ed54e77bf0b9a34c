"""Reads one file of a known shape whole, or refuses it: nothing is used of a file with something wrong in it."""

from pathlib import Path
from typing import TypeVar

from regpol.law.shape import Report, Shape, Unreadable
from regpol.law.yaml_text import Node, read_file
from regpol.terms.problems import Refused

T = TypeVar("T")


def read_shaped(path: Path, shown_as: str, shape: Shape[T]) -> T:
    """What the file holds; ``shown_as`` is its name in messages.

    Raises:
        Refused: with everything wrong in the file.
    """
    return read_node(read_tree(path, shown_as), shape)


def read_tree(path: Path, shown_as: str) -> Node:
    """The tree of the file, whatever its shape.

    Raises:
        Refused: if it is no YAML of the kind we read.
    """
    tree, problems = read_file(path, shown_as)
    if tree is None or problems:
        raise Refused(*problems)
    return tree


def read_node(tree: Node, shape: Shape[T]) -> T:
    """What a tree holds.

    Raises:
        Refused: with everything that is not of the shape.
    """
    report: Report = []
    try:
        found = shape.read(tree, report)
    except Unreadable:
        raise Refused(*report) from None
    if report:
        raise Refused(*report)
    return found
