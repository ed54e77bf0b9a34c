"""Reads YAML as text only, remembering where everything stands.

Ordinary YAML turns 0317 into 207 and `no` into false. Here every scalar stays the text that was
written and the shape of the file decides its type. Tags, anchors, aliases, merge keys, duplicate
keys, a second document and deep nesting are refused, so what a lawyer reads is what is loaded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml import events

from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.rule_files import BrokenYaml, DuplicateKey, ForbiddenYaml, UnreadableFile, WrongShape

DEEPEST = 24
LARGEST_FILE = 20_000_000


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, exactly as written."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys, each with where it stands, and their nodes."""

    items: dict[str, "Node"]
    keys: dict[str, Place]
    place: Place


Node = Text | Sequence | Mapping


def read_file(path: Path, shown_as: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a file, or None with what is wrong; ``shown_as`` names the file in messages."""
    try:
        content = path.read_bytes()
        if len(content) > LARGEST_FILE:
            return None, [UnreadableFile(place=Place(shown_as), trouble=f"{len(content):,} byte")]
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [UnreadableFile(place=Place(shown_as), trouble=f"bukan UTF-8 (byte ke-{error.start + 1})")]
    except OSError as error:
        return None, [UnreadableFile(place=Place(shown_as), trouble=error.strerror or str(error))]
    return read_text(text, shown_as)


def read_text(text: str, shown_as: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a text, or None with what is wrong.

    >>> tree, problems = read_text("kode: 0317", "a.yaml")
    >>> tree.items["kode"].value
    '0317'
    """
    builder = _Builder(shown_as)
    try:
        for event in yaml.parse(text, yaml.CSafeLoader):
            builder.take(event)
            if builder.too_deep:
                break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_broken(error, text, shown_as))
    except yaml.YAMLError as error:
        before = text.encode()[: getattr(error, "position", 0)]
        place = Place(shown_as, before.count(b"\n") + 1)
        shown = f"#x{getattr(error, 'character', 0):02x}"
        builder.problems.append(BrokenYaml(place=place, trouble="tanda yang tidak terlihat", text=shown))
    if builder.problems:
        return None, builder.problems
    if builder.root is None:
        empty = WrongShape(place=Place(shown_as), given="berkas kosong", shape="sedikitnya satu kunci")
        return None, [empty]
    return builder.root, []


def _broken(error: yaml.MarkedYAMLError, text: str, shown_as: str) -> BrokenYaml:
    mark = error.problem_mark or error.context_mark
    if error.context_mark and error.problem in _WRONG_FROM_THE_START:
        mark = error.context_mark
    lines = text.splitlines()
    line = mark.line if mark else 0
    shown = lines[line].strip()[:80] if line < len(lines) else ""
    place = Place(shown_as, line + 1, (mark.column if mark else 0) + 1)
    return BrokenYaml(
        place=place, trouble=_TROUBLES.get(error.problem or "", "tanda baca YAML yang keliru"), text=shown
    )


_WRONG_FROM_THE_START = frozenset({"could not find expected ':'", "found unexpected end of stream"})
"""Troubles that the parser meets only lines after what is to be mended."""

_TROUBLES = {
    "mapping values are not allowed in this context": "titik dua di tempat yang tidak diperkirakan",
    "found character that cannot start any token": "tanda yang tidak dapat mengawali teks",
    "did not find expected key": "lekukan atau kunci yang tidak cocok dengan baris sebelumnya",
    "could not find expected ':'": "kunci tanpa titik dua, atau titik dua tanpa spasi sesudahnya",
    "found unexpected end of stream": "tanda kutip atau kurung yang tidak ditutup",
    "did not find expected ',' or ']'": "daftar dalam kurung siku yang tidak ditutup",
    "did not find expected ',' or '}'": "kelompok dalam kurung kurawal yang tidak ditutup",
    "did not find expected '-' indicator": "butir daftar yang tidak sejajar",
    "did not find expected comment or line break": "tanda khusus di awal teks tanpa tanda kutip",
    "did not find expected whitespace or line break": "tanda ! di awal teks tanpa tanda kutip",
    "did not find expected alphabetic or numeric character": "tanda & atau * di awal teks tanpa tanda kutip",
    "did not find expected node content": "isi yang hilang di antara tanda kurung atau koma",
    "found unexpected ':'": "titik dua di dalam kurung tanpa tanda kutip",
    "block sequence entries are not allowed in this context": "tanda - di tempat yang tidak diperkirakan",
    "found unknown escape character": "garis miring terbalik dalam tanda kutip ganda",
    "found a tab character that violates indentation": "lekukan dengan tab; pakai spasi",
}


@dataclass(slots=True)
class _Open:
    """A list or mapping still being read."""

    place: Place
    mapping: bool
    items: list[Node] = field(default_factory=list)
    named: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: str | None = None

    def close(self) -> Node:
        if self.mapping:
            return Mapping(self.named, self.keys, self.place)
        return Sequence(tuple(self.items), self.place)


class _Builder:
    """Turns the parser's events into a tree, collecting problems instead of stopping at the first."""

    def __init__(self, shown_as: str) -> None:
        self.shown_as = shown_as
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.too_deep = False
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: events.Event) -> None:
        mark = event.start_mark
        place = Place(self.shown_as, mark.line + 1, mark.column + 1) if mark else Place(self.shown_as)
        for feature in _forbidden(event):
            self.problems.append(ForbiddenYaml(place=place, feature=feature))
        if isinstance(event, events.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.problems.append(ForbiddenYaml(place=place, feature="dokumen kedua (---) dalam satu berkas"))
        elif isinstance(event, events.ScalarEvent):
            self._scalar(Text(event.value, place))
        elif isinstance(event, events.AliasEvent):
            self._scalar(Text(f"*{event.anchor}", place))
        elif isinstance(event, events.MappingStartEvent | events.SequenceStartEvent):
            self._start(isinstance(event, events.MappingStartEvent), place)
        elif isinstance(event, events.MappingEndEvent | events.SequenceEndEvent):
            self._add(self._open.pop().close())

    def _start(self, mapping: bool, place: Place) -> None:
        if self._open and self._open[-1].mapping and self._open[-1].key is None:
            self.problems.append(WrongShape(place=place, given="kelompok sebagai kunci", shape="kunci berupa teks"))
            self._open[-1].key = ""
        self._open.append(_Open(place, mapping))
        if len(self._open) > DEEPEST:
            self.problems.append(ForbiddenYaml(place=place, feature=f"susunan lebih dalam dari {DEEPEST} tingkat"))
            self.too_deep = True

    def _scalar(self, text: Text) -> None:
        inside = self._open[-1] if self._open else None
        if inside is None or not inside.mapping or inside.key is not None:
            self._add(text)
            return
        if text.value in inside.keys:
            first = inside.keys[text.value].line
            self.problems.append(DuplicateKey(place=text.place, key=text.value, first_line=first))
        if text.value == "<<":
            self.problems.append(ForbiddenYaml(place=text.place, feature="kunci gabung <<"))
        inside.key = text.value
        inside.keys.setdefault(text.value, text.place)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or node
        elif self._open[-1].mapping:
            inside = self._open[-1]
            inside.named.setdefault(inside.key or "", node)
            inside.key = None
        else:
            self._open[-1].items.append(node)


def _forbidden(event: events.Event) -> Iterator[str]:
    tag = getattr(event, "tag", None)
    if isinstance(event, events.AliasEvent):
        yield f"alias *{event.anchor}"
    elif isinstance(event, events.NodeEvent) and event.anchor:
        yield f"jangkar &{event.anchor}"
    if tag is not None:
        yield f"tag {tag}{getattr(event, 'value', '')}"
    if isinstance(event, events.ScalarEvent) and not event.style and _CURLY.fullmatch(event.value):
        yield f"tanda kutip melengkung pada {event.value}; pakai tanda kutip lurus"


_CURLY = re.compile("[“‘][^“”‘’]*[”’]")
