"""The closed room in which templates run.

Jinja's immutable sandbox, strict about names, with a handful of filters that word numbers. Everything
printed passes through `defuse`, so a fact stays words. What a template may call is listed here and
nowhere else; it has no clock, no files and no way to build a name at run time.
"""

import dataclasses
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from regpol.documents.naskah.facts import defuse, mark_lines
from regpol.terms import language

BLANK = "…………"
"""A dotted line: what is not known yet is left open, never invented (PH-010)."""


def blank(value: object) -> object:
    """The value, or a dotted line if it is empty.

    >>> blank(""), blank("Ampenan")
    ('…………', 'Ampenan')
    """
    return value if value else BLANK


def _if_known(write: Callable[[int], str]) -> Callable[[int | None], str]:
    """The same wording of an amount; one that is not known says so in its place and never becomes zero."""
    return lambda amount: language.UNVERIFIED_AMOUNT if amount is None else write(amount)


FILTERS: dict[str, Callable[..., object]] = {
    "terbilang": language.words,
    "angka": language.numeral,
    "ribuan": _if_known(language.thousands),
    "uang": _if_known(language.rupiah),
    "rupiah": _if_known(language.rupiah_words),
    "persen": language.percent_words,
    "rangkai": language.series,
    "kapital": str.upper,
    "isian": blank,
}


def environment(templates: Path) -> Environment:
    """A sandbox that reads templates of one folder."""
    room = ImmutableSandboxedEnvironment(
        loader=_Marking(templates),
        undefined=_Missing,
        finalize=defuse,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the text is naskah, not HTML; each writer escapes for its own format
    )
    room.globals.clear()
    room.filters.update(FILTERS)
    return room


class _Marking(FileSystemLoader):
    """Loads a template with its name and line behind every line of text."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, filename, fresh = super().get_source(environment, template)
        return mark_lines(source, template), filename, fresh


class UnknownNameError(UndefinedError):
    """A name a template used that the brief does not have."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        self.given, self.known = given, known
        super().__init__(given)


class _Missing(StrictUndefined):
    """A strict undefined that remembers what could have been meant."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = UndefinedError):
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError:
            self._undefined_exception = _raiser(str(name), names(obj))


def _raiser(given: str, known: tuple[str, ...]) -> Any:
    """Jinja calls the exception class with a message; ours wants the name instead."""

    def make(_message: str) -> UnknownNameError:
        return UnknownNameError(given, known)

    return make


def names(holder: object) -> tuple[str, ...]:
    """The names a template may use on an object of the brief."""
    if isinstance(holder, Mapping):
        return tuple(str(key) for key in holder)
    if not dataclasses.is_dataclass(holder):
        return ()
    own = [field.name for field in dataclasses.fields(holder)]
    return (*own, *(name for name, value in vars(type(holder)).items() if isinstance(value, property)))


def template_line(problem: BaseException, templates: Path) -> tuple[str, int] | None:
    """The innermost template line an exception passed through."""
    root = templates.resolve()
    for frame, line in reversed(list(traceback.walk_tb(problem.__traceback__))):
        path = Path(frame.f_code.co_filename).resolve()
        if path.is_relative_to(root) and path.is_file():
            return path.relative_to(root).as_posix(), line
    return None
