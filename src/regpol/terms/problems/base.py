"""The form every problem takes."""

import difflib
import importlib
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, dataclass_transform

from regpol.terms.place import Place


class Severity(StrEnum):
    """How much a problem weighs: an error stops the work, a warning asks for attention."""

    ERROR = "error"
    WARNING = "warning"


_CATALOGUE: dict[str, type["Problem"]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
class _Entry(type):
    """Makes each problem class a frozen dataclass and files it under its code."""

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        dataclass(frozen=True, kw_only=True)(cls)  # type: ignore[arg-type]
        code = namespace.get("code")
        if code in _CATALOGUE:
            raise TypeError(f"problem code {code} is used twice")
        if code:
            _CATALOGUE[code] = cls  # type: ignore[assignment]


class Problem(metaclass=_Entry):
    """One thing found wrong at one place.

    Subclasses give ``code``, ``title`` and the three sentences ``found``, ``expected`` and
    ``action`` as templates over their own fields. Where a class has the fields ``given`` and
    ``known``, the template may use ``{hint}``: the nearest known name, if any is near.
    """

    code: ClassVar[str] = ""
    title: ClassVar[str] = ""
    found: ClassVar[str] = ""
    expected: ClassVar[str] = ""
    action: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.ERROR

    place: Place

    def _fill(self, template: str) -> str:
        values = {f.name: _readable(getattr(self, f.name)) for f in fields(self)}
        return template.format(**values, hint=self._hint())

    def _hint(self) -> str:
        near = difflib.get_close_matches(getattr(self, "given", ""), getattr(self, "known", ()), n=2, cutoff=0.55)
        return f" (maksudnya {' atau '.join(f'“{name}”' for name in near)}?)" if near else ""

    @property
    def sentences(self) -> tuple[str, str, str]:
        """What was found, what was expected, what to do."""
        return self._fill(self.found), self._fill(self.expected), self._fill(self.action)

    def as_dict(self) -> dict[str, object]:
        """The problem as the JSON contract shows it."""
        found, expected, action = self.sentences
        return {
            "code": self.code,
            "severity": str(self.severity),
            "title": self.title,
            "place": {"file": self.place.file, "line": self.place.line, "column": self.place.column},
            "found": found,
            "expected": expected,
            "action": action,
        }

    def __str__(self) -> str:
        found, expected, action = self.sentences
        lines = [f"{self.place}: {self.code} {self.title}", f"    ditemukan  : {found}"]
        if expected:
            lines.append(f"    seharusnya : {expected}")
        return "\n".join([*lines, f"    lakukan    : {action}"])


def _readable(value: object) -> str:
    if isinstance(value, tuple):
        shown = [str(item) for item in value[:12]]
        rest = len(value) - len(shown)
        return ", ".join(shown) + (f", dan {rest} lainnya" if rest else "")
    return str(value)


def catalogue() -> dict[str, type[Problem]]:
    """Every problem by its code, in the order of the codes."""
    here = Path(__file__).parent
    for page in here.glob("[a-z]*.py"):
        importlib.import_module(f"{__package__}.{page.stem}")
    return dict(sorted(_CATALOGUE.items()))


class Refused(Exception):
    """Raised at an edge when the work cannot go on; carries every problem found, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
