"""A project under one of its scenarios: the project's own text with what the scenario changes laid over it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from regpol.law.shaped_file import read_node, read_tree
from regpol.law.yaml_text import Mapping as Branch
from regpol.law.yaml_text import Node, Sequence
from regpol.project.policy import Ahead
from regpol.project.project import Project, open_project, project_from, project_tree
from regpol.project.scenario_format import FILE, KEY, SCENARIOS, ScenarioRecord
from regpol.terms.money import MILLION
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.budget_compare import ScenarioTwice, ScenarioUnknown

_LAID_OVER = ("tahun", "kebijakan", "anggaran")


@dataclass(frozen=True)
class Variant:
    """A project as a scenario has it, under the name that tables show; the project itself has no ``code``."""

    code: str
    name: str
    project: Project
    ahead: Ahead | None = None


def variants(folder: Path, codes: tuple[str, ...]) -> tuple[Variant, ...]:
    """The project itself, then the scenarios named, in that order.

    Raises:
        Refused: with everything wrong in the project, its scenarios, or their names.
    """
    project = open_project(folder)
    records, trees = _scenarios(project)
    unknown = [
        ScenarioUnknown(place=NOWHERE, given=code, known=tuple(records)) for code in codes if code not in records
    ]
    if unknown:
        raise Refused(*unknown)
    base = Variant("", "dasar", project)
    named = [_variant(code, records[code], trees[code], folder) for code in dict.fromkeys(codes)]
    return base, *named


def _scenarios(project: Project) -> tuple[dict[str, ScenarioRecord], Mapping[str, Node]]:
    """Every scenario of a project by code, read and as written, from ``project.yaml`` or ``skenario.yaml``."""
    own, tree = project.scenarios, project_tree(project.folder)
    written = tree.items.get(KEY) if isinstance(tree, Branch) else None
    path = project.folder / FILE
    if not path.is_file():
        return {name.value: record for name, record in own}, written.items if isinstance(written, Branch) else {}
    if own:
        raise Refused(ScenarioTwice(place=own[0][0].place, file=FILE))
    shown = f"{project.folder.name}/{FILE}"
    kept = read_tree(path, shown)
    return {name.value: record for name, record in read_node(kept, SCENARIOS)}, kept.items if isinstance(
        kept, Branch
    ) else {}


def _variant(code: str, record: ScenarioRecord, written: Node, folder: Path) -> Variant:
    tree = project_tree(folder)
    for key in _LAID_OVER:
        if isinstance(written, Branch) and key in written.items:
            tree = laid_over(tree, Branch({key: written.items[key]}, {key: written.keys[key]}, written.place))
    project = project_from(tree, folder)
    allocation = replace(project.budget.allocation, ceilings=_ceilings(project, record))
    project = replace(project, budget=replace(project.budget, allocation=allocation))
    return Variant(code, record.name or code.replace("_", " "), project, record.ahead)


def _ceilings(project: Project, record: ScenarioRecord) -> dict[str, int]:
    """Every ceiling after its rise or cut, cut off to whole rupiah."""
    share = MILLION + (record.rise.millionths if record.rise else 0) - (record.cut.millionths if record.cut else 0)
    return {fund: amount * share // MILLION for fund, amount in project.budget.allocation.ceilings.items()}


def laid_over(node: Node, other: Node) -> Node:
    """One tree with another laid over it: groups of keys meet key by key, all else is replaced.

    An empty group or list takes away what stood there.
    """
    if not isinstance(node, Branch) or not isinstance(other, Branch) or not other.items:
        return other
    items, keys = dict(node.items), dict(node.keys)
    for key, item in other.items.items():
        empty = isinstance(item, Branch | Sequence) and not item.items
        if empty:
            items.pop(key, None)
            keys.pop(key, None)
            continue
        items[key] = laid_over(items[key], item) if key in items else item
        keys[key] = other.keys[key]
    return Branch(items, keys, node.place)
