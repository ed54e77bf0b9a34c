"""A floor rests only on lower floors, and only the top one sees clock, terminal and environment."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "regpol"

FLOORS = (
    {"terms"},
    {"law", "register"},
    {"project"},
    {"situations"},
    {"decision"},
    {"budget"},
    {"documents"},
    {"reports"},
    {"packet"},
    {"receipt"},
    {"commands"},
)
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}

OUTSIDE_WORLD = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.localtime"),
    *("os.environ", "os.getenv", "os.getcwd", "Path.home", "Path.cwd"),
    *("sys.argv", "sys.stdin", "sys.stdout", "sys.stderr", "sys.exit"),
}
TERMINAL_CALLS = {"print", "input", "breakpoint", "exit", "quit"}

HEAVY = {
    *("weasyprint", "duckdb", "docx", "lxml", "rich", "xlsxwriter", "python_calamine", "lokal", "pydantic"),
    *("matplotlib", "numpy", "pypdfium2", "pyspark", "sqlglot", "pyarrow", "pandas", "grpc"),
}


def modules() -> Iterator[tuple[str, str, ast.Module]]:
    """Each module with its room and its parsed text."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE)
        if len(name.parts) > 1:
            yield str(name), name.parts[0], ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported_rooms(module: str, tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The rooms of regpol that a module imports anywhere, with the line."""
    package = ("regpol", *Path(module).parts[:-1])
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            stem = base + (node.module.split(".") if node.module else [])
            targets = [[*stem, alias.name] for alias in node.names]
        else:
            continue
        yield from ((target[1], node.lineno) for target in targets if target[0] == "regpol" and target[1:])


def uses_of_the_outside_world(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            dotted = ".".join(ast.unparse(node).split(".")[-2:])
            if dotted in OUTSIDE_WORLD:
                yield dotted, node.lineno
        elif isinstance(node, ast.ImportFrom):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from ((name, node.lineno) for name in names if name in OUTSIDE_WORLD)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TERMINAL_CALLS:
            yield f"{node.func.id}()", node.lineno


def test_every_room_has_its_floor() -> None:
    rooms = {path.parent.name for path in SOURCE.glob("*/*.py")}
    assert rooms <= set(LEVEL), "a room of no floor: say in FLOORS where it stands"


def test_a_floor_imports_only_lower_floors() -> None:
    climbing = [
        f"{module}:{line} imports {target}"
        for module, room, tree in modules()
        for target, line in imported_rooms(module, tree)
        if target in LEVEL and target != room and LEVEL[target] >= LEVEL[room]
    ]
    assert not climbing, "\n".join(climbing)


DOCUMENT_ROOMS = ("brief", "naskah", "word", "word_back", "lint", "redline", "writers", "amending")


def test_rooms_of_documents_rest_on_earlier_ones() -> None:
    """A brief that knew the tree, or a tree that knew a file format, could not be read on its own."""
    climbing = [
        f"{path.relative_to(SOURCE)}:{node.lineno} imports {node.module}"
        for path in sorted((SOURCE / "documents").rglob("*/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("regpol.documents.")
        if (room := str(node.module).split(".")[2]) in DOCUMENT_ROOMS
        if DOCUMENT_ROOMS.index(room) > DOCUMENT_ROOMS.index(path.relative_to(SOURCE).parts[1])
    ]
    assert not climbing, "\n".join(climbing)


def test_only_commands_see_clock_terminal_and_environment() -> None:
    """A decision date that crept in as today() once made the same register give other answers the next morning."""
    uses = [
        f"{module}:{line} {what}"
        for module, room, tree in modules()
        if room != "commands"
        for what, line in uses_of_the_outside_world(tree)
    ]
    assert not uses, "\n".join(uses)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from regpol.budget.planning.plan import Plan", {"budget"}),
        ("import regpol.budget.planning.plan", {"budget"}),
        ("from regpol import budget", {"budget"}),
        ("from ..budget import plan", {"budget"}),
        ("from . import clause", {"documents"}),
        ("def f():\n    from regpol.reports import charts", {"reports"}),
        ("import json", set()),
    ],
)
def test_imports_are_seen_in_every_form(text: str, found: set[str]) -> None:
    assert {room for room, _ in imported_rooms("documents/draft.py", ast.parse(text))} == found


@pytest.mark.parametrize(
    "text",
    ["datetime.date.today()", "from os import environ", "print(1)", "os.environ['A']", "datetime.datetime.now(UTC)"],
)
def test_the_outside_world_is_seen_in_every_form(text: str) -> None:
    assert list(uses_of_the_outside_world(ast.parse(text)))


RUN_AND_LIST = """
import sys
from regpol.commands.main import main
sys.argv = ["regpol", *sys.argv[1:]]
try:
    status = main()
except SystemExit as stop:
    status = stop.code
print("", *sorted({name.partition(".")[0] for name in sys.modules}), sep="\\n", file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--category", "ketua_rt", "--region", "52.71", "--year", "2025", "--json"],
        ["check", "--category", "ketua_rt", "--region", "52.71", "--year", "2025"],
    ],
    ids=["help", "check as json", "check"],
)
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    """What feels instant must not wait for the PDF maker or the database of another command."""
    run = subprocess.run([sys.executable, "-c", RUN_AND_LIST, *arguments], capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stderr
    loaded = set(run.stderr.splitlines())
    assert "regpol" in loaded, run.stderr
    assert not HEAVY & loaded
