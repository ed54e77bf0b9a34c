"""The form every problem takes."""

import difflib
import importlib
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, dataclass_transform

from regpol.terms.place import Place


class Severity(StrEnum):
    """How much a problem weighs: an error stops the work, a warning asks for attention, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> str:
        """As an official reads it."""
        return {"error": "kesalahan", "warning": "perlu diperiksa", "note": "untuk diketahui"}[self.value]


class Owner(StrEnum):
    """Who can put right what is wrong with a row of a register."""

    OPERATOR = "pengelola daftar"
    VILLAGE = "kelurahan/desa"
    POPULATION_OFFICE = "Dukcapil"
    GOVERNMENT = "Bagian Hukum/Pemerintahan"
    BPJS = "BPJS Ketenagakerjaan"


_CATALOGUE: dict[str, type["Problem"]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
class _Entry(type):
    """Gives each problem class its fields and files it under its code.

    It does what ``dataclass`` would, without generating code: a hundred classes of generated code
    would cost every start of the program a tenth of a second.
    """

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        own = (field for field, kind in namespace.get("__annotations__", {}).items() if "ClassVar" not in str(kind))
        cls.fields: tuple[str, ...] = (*getattr(cls, "fields", ()), *own)
        code = namespace.get("code")
        if code in _CATALOGUE:
            raise TypeError(f"problem code {code} is used twice")
        if code:
            _CATALOGUE[code] = cls  # type: ignore[assignment]


class Problem(metaclass=_Entry):
    """One thing found wrong at one place.

    Subclasses give ``code``, ``title`` and the three sentences ``found``, ``expected`` and
    ``action`` as templates over their own fields. Where a class has the fields ``given`` and
    ``known``, the template may use ``{hint}``: the nearest known name, if any is near. A problem of
    a single row of a register also names its ``owner``: who can put it right.
    """

    code: ClassVar[str] = ""
    title: ClassVar[str] = ""
    found: ClassVar[str] = ""
    expected: ClassVar[str] = ""
    action: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.ERROR
    owner: ClassVar[Owner | None] = None

    fields: ClassVar[tuple[str, ...]]
    place: Place

    def __init__(self, **values: object) -> None:
        if values.keys() != set(self.fields):
            raise TypeError(f"{type(self).__name__} takes {self.fields}, got {tuple(values)}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a problem is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def _fill(self, template: str) -> str:
        values = {name: _readable(getattr(self, name)) for name in self.fields}
        return template.format(**values, hint=self._hint())

    def _hint(self) -> str:
        given, known = str(getattr(self, "given", "")), getattr(self, "known", ())
        several = [part.strip() for part in given.split(",")]
        if len(several) > 1 and set(several) <= set(known):
            return f" (beberapa nama ditulis dalam kurung siku: [{', '.join(several)}])"
        same = [name for name in known if _plain(name) == _plain(given)]
        near = same or difflib.get_close_matches(given, known, n=2, cutoff=0.55)
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
            **({"who": str(self.owner)} if self.owner else {}),
        }

    def __str__(self) -> str:
        found, expected, action = self.sentences
        lines = [f"{self.place}: {self.code} {self.title}", f"    ditemukan  : {found}"]
        if expected:
            lines.append(f"    seharusnya : {expected}")
        return "\n".join([*lines, f"    lakukan    : {action}"])


def _plain(name: str) -> str:
    """A name without what people write differently: capitals, spaces, hyphens."""
    return name.casefold().replace(" ", "_").replace("-", "_")


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
