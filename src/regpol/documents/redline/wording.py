"""What changed in the words of a clause; a reference is one word, and is the same if its target is."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regpol.documents.word_back.edited import Link, Piece, Text

_WORD = re.compile(r"\s+|[^\s\w]|\w+(?:[./-]\w+)*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words: 'sama', 'dihapus' or 'disisipkan'."""

    kind: str
    text: Text


def split_words(text: str) -> list[str]:
    """Words, spaces and signs in a row."""
    return _WORD.findall(text)


def words(text: Text) -> list[Piece]:
    """Words, spaces, signs and references in a row."""
    return [part for it in text for part in (split_words(it) if isinstance(it, str) else [it])]


def compared(old: Text, new: Text, renamed: Mapping[str, str]) -> tuple[Span, ...]:
    """The spans between two texts; ``renamed`` tells which old bookmark is which new one."""
    before, after = _typed_over(old, new, renamed)
    keys = [_key(it, renamed) for it in before], [_key(it, {}) for it in after]
    spans: list[Span] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            spans.append(Span("sama", tuple(after[c:d])))
            continue
        if b > a:
            spans.append(Span("dihapus", tuple(before[a:b])))
        if d > c:
            spans.append(Span("disisipkan", tuple(after[c:d])))
    return _smooth(spans)


def lost_ranges(old: Text, new: Text, renamed: Mapping[str, str]) -> list[tuple[int, int]]:
    """Where the older text, as a reader sees it, lost words or had some put in (an empty range)."""
    before, after = words(old), words(new)
    places = [0]
    for piece in before:
        places.append(places[-1] + len(piece if isinstance(piece, str) else piece.shown))
    keys = [_key(it, renamed) for it in before], [_key(it, {}) for it in after]
    codes = difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    return [(places[a], places[b]) for kind, a, b, _, _ in codes if kind != "equal"]


def same(old: Text, new: Text, renamed: Mapping[str, str]) -> bool:
    """Whether nothing but numbers that move by themselves differs."""
    before, after = _typed_over(old, new, renamed)
    return [_key(it, renamed) for it in before] == [_key(it, {}) for it in after]


def _typed_over(old: Text, new: Text, renamed: Mapping[str, str]) -> tuple[list[Piece], list[Piece]]:
    """The words of both; a live reference that only one of them has is its words, for somebody typed them there."""
    held = [{_key(it, names) for it in text if isinstance(it, Link)} for text, names in ((old, renamed), (new, {}))]
    counts = [sum(isinstance(it, Link) for it in text) for text in (old, new)]
    before, after = words(old), words(new)
    if counts[0] > counts[1]:
        before = [it for piece in before for it in _opened(piece, held[1], renamed)]
    elif counts[1] > counts[0]:
        after = [it for piece in after for it in _opened(piece, held[0], {})]
    return before, after


def _opened(piece: Piece, known: set[str], renamed: Mapping[str, str]) -> Sequence[Piece]:
    if isinstance(piece, str) or _key(piece, renamed) in known:
        return (piece,)
    return split_words(piece.shown)


def _key(piece: Piece, renamed: Mapping[str, str]) -> str:
    if isinstance(piece, Link):
        return f"\0{renamed.get(piece.target, piece.target)}"
    return re.sub(r"\s+", " ", piece)


def _smooth(spans: Sequence[Span]) -> tuple[Span, ...]:
    """A space between two changes belongs to the change: [-dua kata-] and not [-dua-] [-kata-]."""
    joined: list[tuple[Text, Text, Text]] = []
    for place, span in enumerate(spans):
        alone = span.kind == "sama" and all(isinstance(it, str) and it.isspace() for it in span.text)
        if span.kind == "sama" and not (alone and 0 < place < len(spans) - 1):
            joined.append((span.text, (), ()))
        else:
            _, gone, fresh = joined.pop() if joined and not joined[-1][0] else ((), (), ())
            joined.append(
                (
                    (),
                    (*gone, *(span.text if span.kind != "disisipkan" else ())),
                    (*fresh, *(span.text if span.kind != "dihapus" else ())),
                )
            )
    return tuple(
        Span(kind, text)
        for parts in joined
        for kind, text in zip(("sama", "dihapus", "disisipkan"), parts, strict=True)
        if text
    )
