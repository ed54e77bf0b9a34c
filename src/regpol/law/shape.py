"""Small shapes that say what a file must look like, once, for two readers.

The same shape reads a tree into typed records (reporting everything wrong at its own line) and
writes the JSON Schema that an editor uses, so the two cannot drift apart.
"""

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from regpol.law.yaml_text import Mapping, Node, Sequence, Text
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.rule_files import BadValue, MissingKey, NotAChoice, UnknownKey, WrongShape

S = TypeVar("S")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Report = list[Problem]
Schema = dict[str, Any]
_SHOWN = 40
_NO_EXAMPLE = "…"
_CODE = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


class Unreadable(Exception):
    """The node does not fit; what is wrong is already in the report."""


class Shape(Protocol[T_co]):
    """Reads one node, or raises `Unreadable` after reporting."""

    def read(self, node: Node, report: Report) -> T_co:
        """The value of a node."""

    def schema(self) -> Schema:
        """What an editor is told."""


def _wrong(node: Node, shape: str, report: Report) -> Unreadable:
    if isinstance(node, Text):
        short = node.value if len(node.value) <= _SHOWN else f"{node.value[:_SHOWN]}…"
        given = f"teks “{short}”"
    else:
        given = "daftar" if isinstance(node, Sequence) else f"kelompok kunci {{{', '.join(node.items)}}}"
    report.append(WrongShape(place=node.place, given=given, shape=shape))
    return Unreadable()


@dataclass(frozen=True)
class Scalar(Generic[T]):
    """A text that must parse; ``meaning`` and ``example`` go into the message.

    ``rewrite`` writes what was meant in the right form, where that is plain; it then is the example.
    """

    parse: Callable[[str], T | None]
    meaning: str
    example: str
    pattern: str = ""
    rewrite: Callable[[str], str | None] = lambda text: None

    def read(self, node: Node, report: Report) -> T:
        """The parsed value."""
        if not isinstance(node, Text):
            raise _wrong(node, f"teks: {self.meaning}", report)
        value = self.parse(node.value)
        if value is None:
            example = self.rewrite(node.value) or self.example
            report.append(BadValue(place=node.place, given=node.value, meaning=self.meaning, example=example))
            raise Unreadable
        return value

    def schema(self) -> Schema:
        """A string, or what an editor takes for a number, since every scalar is text here."""
        types = {"type": ["string", "number", "boolean"], "description": f"{self.meaning}, misalnya {self.example}"}
        return types | ({"pattern": self.pattern} if self.pattern else {})


@dataclass(frozen=True)
class Reference:
    """A name that must exist elsewhere; kept with its place so that linking can point at it."""

    meaning: str
    example: str

    def read(self, node: Node, report: Report) -> Text:
        """The text itself."""
        if not isinstance(node, Text):
            raise _wrong(node, f"teks: {self.meaning}", report)
        return node

    def schema(self) -> Schema:
        """A plain string."""
        return {"type": "string", "description": f"{self.meaning}, misalnya {self.example}"}


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One word of a closed list."""

    what: str
    words: MappingABC[str, T]

    def read(self, node: Node, report: Report) -> T:
        """The value the word stands for."""
        if not isinstance(node, Text):
            raise _wrong(node, f"salah satu dari {', '.join(self.words)}", report)
        if node.value not in self.words:
            known = tuple(self.words)
            report.append(NotAChoice(place=node.place, what=self.what, given=node.value, known=known))
            raise Unreadable
        return self.words[node.value]

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words), "description": self.what}


@dataclass(frozen=True)
class ListOf(Generic[T]):
    """A list; with ``or_one`` a single item may stand without brackets, with ``some`` it may not be empty.

    With ``apart`` each item stands on its own: one that does not fit is reported and left out, so that what
    is wrong with the others is found in the same run.
    """

    item: Shape[T]
    or_one: bool = False
    some: bool = False
    apart: bool = False

    def read(self, node: Node, report: Report) -> tuple[T, ...]:
        """Every item, reporting all that do not fit."""
        if self.or_one and not isinstance(node, Sequence):
            return (self.item.read(node, report),)
        if isinstance(node, Text):
            raise _wrong(node, f"daftar, misalnya [{self.item_example}]", report)
        if not isinstance(node, Sequence):
            raise _wrong(node, "daftar: tiap butir diawali “-”", report)
        if self.some and not node.items:
            report.append(WrongShape(place=node.place, given="daftar kosong", shape="sedikitnya satu butir"))
            raise Unreadable
        values, failed = [], False
        for item in node.items:
            try:
                values.append(self.item.read(item, report))
            except Unreadable:
                failed = True
        if failed and not self.apart:
            raise Unreadable
        return tuple(values)

    @property
    def item_example(self) -> str:
        """What one item may look like."""
        return example_of(self.item)

    def schema(self) -> Schema:
        """An array, or one item."""
        array = {"type": "array", "items": self.item.schema()} | ({"minItems": 1} if self.some else {})
        return {"anyOf": [array, self.item.schema()]} if self.or_one else array


@dataclass(frozen=True)
class Named(Generic[T]):
    """A mapping whose keys are names chosen by the author; with ``coded`` they are codes."""

    item: Shape[T]
    coded: bool = False

    def read(self, node: Node, report: Report) -> tuple[tuple[Text, T], ...]:
        """Name and value, in the order written."""
        if not isinstance(node, Mapping):
            raise _wrong(node, "kelompok “kunci: isi”", report)
        values, failed = [], False
        for name, item in node.items.items():
            if self.coded and not _CODE.fullmatch(name):
                place, meaning = node.keys[name], "kode: huruf kecil, angka, dan garis bawah"
                report.append(BadValue(place=place, given=name, meaning=meaning, example="ketua_rt"))
                failed = True
            try:
                values.append((Text(name, node.keys[name]), self.item.read(item, report)))
            except Unreadable:
                failed = True
        if failed:
            raise Unreadable
        return tuple(values)

    def schema(self) -> Schema:
        """An object with any keys."""
        names = {"propertyNames": {"pattern": f"^{_CODE.pattern}$"}} if self.coded else {}
        return {"type": "object", "additionalProperties": self.item.schema()} | names


@dataclass(frozen=True)
class Either(Generic[T]):
    """One shape for text, another for a mapping or a list."""

    text: Shape[T]
    other: Shape[T]

    def read(self, node: Node, report: Report) -> T:
        """Whichever fits the kind of node."""
        return (self.text if isinstance(node, Text) else self.other).read(node, report)

    def schema(self) -> Schema:
        """Any of the two."""
        return {"anyOf": [self.text.schema(), self.other.schema()]}


@dataclass(frozen=True)
class ByKind(Generic[T]):
    """A shape for each kind of node."""

    text: Shape[T]
    sequence: Shape[T]
    mapping: Shape[T]

    def read(self, node: Node, report: Report) -> T:
        """Whichever fits the kind of node."""
        return {Text: self.text, Sequence: self.sequence, Mapping: self.mapping}[type(node)].read(node, report)

    def schema(self) -> Schema:
        """Any of the three."""
        return {"anyOf": [self.text.schema(), self.sequence.schema(), self.mapping.schema()]}


@dataclass(frozen=True)
class Converted(Generic[S, T]):
    """A shape whose value is made into something else, together with its place."""

    shape: Shape[S]
    convert: Callable[[Place, S], T]

    def read(self, node: Node, report: Report) -> T:
        """The converted value."""
        return self.convert(node.place, self.shape.read(node, report))

    def schema(self) -> Schema:
        """The schema of what is written."""
        return self.shape.schema()


@dataclass(frozen=True)
class Key:
    """A key of `Fields`: as written in the file, and the attribute it becomes."""

    name: str
    shape: Shape[Any]
    to: str
    required: bool = False
    meaning: str = ""
    example: str = _NO_EXAMPLE


@dataclass(frozen=True)
class Fields(Generic[T]):
    """A mapping with known keys, built into a record that also carries its place."""

    what: str
    build: Callable[..., T]
    keys: tuple[Key, ...]
    _by_name: dict[str, Key] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {key.name: key for key in self.keys})

    def read(self, node: Node, report: Report) -> T:
        """The record, or everything wrong with it."""
        if not isinstance(node, Mapping):
            raise _wrong(node, f"kelompok “kunci: isi” dengan kunci {', '.join(self._by_name)}", report)
        values = self._values(node, report)
        fitting = len(values) == len(node.items)
        for key in self.keys:
            if key.required and key.name not in node.items:
                fitting = False
                missing = MissingKey(
                    place=node.place,
                    where=self.what,
                    key=key.name,
                    meaning=key.meaning or key.name,
                    example=example_of(key.shape) if key.example == _NO_EXAMPLE else key.example,
                )
                report.append(missing)
        if not fitting:
            raise Unreadable
        return self.build(place=node.place, **values)

    def _values(self, node: Mapping, report: Report) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, item in node.items.items():
            key = self._by_name.get(name)
            if key is None:
                report.append(UnknownKey(place=node.keys[name], given=name, known=tuple(self._by_name)))
                continue
            try:
                values[key.to] = key.shape.read(item, report)
            except Unreadable:
                continue
        return values

    def schema(self) -> Schema:
        """An object that allows nothing else."""
        properties = {key.name: key.shape.schema() | _described(key) for key in self.keys}
        required = [key.name for key in self.keys if key.required]
        return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def example_of(shape: Shape[Any]) -> str:
    """What something of a shape may look like, in one line."""
    if isinstance(shape, Scalar | Reference):
        return shape.example
    if isinstance(shape, Choice):
        return next(iter(shape.words))
    if isinstance(shape, ListOf):
        return f"[{shape.item_example}]"
    if isinstance(shape, Converted):
        return example_of(shape.shape)
    if isinstance(shape, Fields):
        needed = [key for key in shape.keys if key.required] or list(shape.keys[:1])
        return "{" + ", ".join(f"{key.name}: …" for key in needed) + "}"
    return _NO_EXAMPLE


def _described(key: Key) -> Schema:
    return {"description": key.meaning} if key.meaning else {}
