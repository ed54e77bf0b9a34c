"""Conventions of the code that a reader relies on; each has a story, told in its docstring."""

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from regpol.terms.problems import catalogue

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "regpol"

LONGEST_FILE = 350
LONGEST_FUNCTION = 60
DRAWERS = re.compile(r"_*(utils?|helpers?|commons?|managers?|misc)")

# Written in pieces, so that this file does not name them either.
REGISTRY_HOSTS = [
    ".".join(parts).encode()
    for parts in (
        ("pypi", "org"),
        ("files", "python" + "hosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
    )
]
RATE_OR_AMOUNT = re.compile(r"\d+(,\d+)?\s?%|Rp\s?\d[\d.]*(,\d+)?")
EXACT_ROOMS = ("law", "situations", "decision", "budget")

# What messages show as examples of how to write a code, a rate or an amount; nothing is decided by them.
EXAMPLES_IN_MESSAGES = {"ketua_rt", "0,24 %", "60 %", "10 %", "6,5 %", "Rp6.800", "Rp1.500.000", "Rp2.859.620"}


@cache
def sources() -> tuple[tuple[str, str], ...]:
    paths = sorted(SOURCE.rglob("*.py"))
    return tuple((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in paths)


@dataclass(frozen=True)
class Seen:
    """What the tests look at in one module, each with its line; the trees of all of them would fill the memory."""

    literals: tuple[tuple[str, int], ...]
    """The string literals that are neither docstrings nor examples shown in messages."""
    compared: tuple[tuple[str, int], ...]
    """The string literals that something is compared with."""
    floats: tuple[tuple[float, int], ...]
    functions: tuple[tuple[str, int, int], ...]
    """Name, first line, number of lines."""


@cache
def seen(text: str) -> Seen:
    nodes = list(ast.walk(ast.parse(text)))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in docstrings]
    comparisons = [node for node in nodes if isinstance(node, ast.Compare | ast.MatchValue)]
    return Seen(
        literals=tuple((text, line) for text, line in strings(constants) if text not in EXAMPLES_IN_MESSAGES),
        compared=tuple(found for comparison in comparisons for found in strings(ast.walk(comparison))),
        floats=tuple((node.value, node.lineno) for node in constants if isinstance(node.value, float)),
        functions=tuple(
            (node.name, node.lineno, (node.end_lineno or 0) - node.lineno + 1)
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ),
    )


def strings(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


def category_codes() -> tuple[set[str], set[str]]:
    """All codes of categories, and those that people are asked for."""
    text = (ROOT / "rules" / "kosakata" / "kategori.yaml").read_text(encoding="utf-8")
    categories = yaml.safe_load(text)["kategori"]
    parents = {parent for category in categories.values() for parent in category["induk"]}
    return set(categories), set(categories) - parents


def test_files_are_short() -> None:
    """In this field the trouble always sits in the one file that everything fell into."""
    long = [f"{name}: {lines}" for name, text in sources() if (lines := len(text.splitlines())) > LONGEST_FILE]
    assert not long, "\n".join(long)


def test_functions_are_short() -> None:
    long = [
        f"{name}:{line} {function}: {lines}"
        for name, text in sources()
        for function, line, lines in seen(text).functions
        if lines > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_modules_are_named_after_the_field() -> None:
    """A drawer called utils tells a newcomer nothing and takes in everything."""
    drawers = [path.name for path in SOURCE.rglob("*") if DRAWERS.fullmatch(path.stem)]
    assert not drawers


def test_no_file_names_a_registry() -> None:
    """Offices install through their own mirror; an address written down here would go around it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    assert ROOT / "pyproject.toml" in files
    naming = [
        f"{path.relative_to(ROOT)}: {host.decode()}"
        for path in files
        for content in [path.read_bytes().lower()]
        for host in REGISTRY_HOSTS
        if host in content
    ]
    assert not naming, "\n".join(naming)


def test_no_category_stands_in_the_code() -> None:
    """Categories are the law's and grow with it; code that names one has an exception the rules do not show.

    A code of one word is also a word of the language (linmas), so it is only looked for where something is decided.
    """
    codes, asked = category_codes()
    unmistakable = {code for code in codes if "_" in code}
    assert "ketua_rt" in unmistakable & asked
    named = [
        f"{name}:{line} {text!r}"
        for name, source in sources()
        for found, wanted in ((seen(source).literals, unmistakable), (seen(source).compared, asked))
        for text, line in found
        if text in wanted
    ]
    assert not named, "\n".join(named)


def test_no_rate_or_amount_stands_in_the_code() -> None:
    """A tariff in Python would outlive the regulation that set it."""
    written = [
        f"{name}:{line} {text!r}"
        for name, source in sources()
        for text, line in seen(source).literals
        if RATE_OR_AMOUNT.fullmatch(text)
    ]
    assert not written, "\n".join(written)


def test_rates_are_exact() -> None:
    """A float has no place between the text of the law and a sum of rupiah."""
    floats = [
        f"{name}:{line} {value}"
        for name, source in sources()
        if name.split("/")[2] in EXACT_ROOMS
        for value, line in seen(source).floats
    ]
    assert not floats, "\n".join(floats)


def test_a_decision_by_category_is_seen() -> None:
    """The two searches above find what they are for."""
    assert ("linmas", 1) in seen("if category in {'linmas', 'x'}: pass").compared
    assert ("kader_pkk", 1) in seen("by_code['kader_pkk']").literals
    assert RATE_OR_AMOUNT.fullmatch("5,7 %")


def test_every_problem_can_be_met() -> None:
    """The catalogue says everything that can be found wrong; a page about what nothing finds would mislead."""
    named = Counter(word for _, text in sources() for word in re.findall(r"\w+", text))
    never = [kind.__name__ for kind in catalogue().values() if named[kind.__name__] + named[kind.code] < 3]
    assert never == []
