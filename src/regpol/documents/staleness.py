"""Which clauses of a kept copy would read otherwise today, or rest on other law, and because of what.

Clauses are matched by their words first and by their place after that, so an ayat put in at the top does
not make everything below it look changed. A reason is only named as certain if just one thing changed.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from regpol.documents.manifest import Ground, Manifest, Passage
from regpol.terms.dates import long_date

_FIGURE = re.compile(r"\d[\d.,/]*\d|\d")
LAW = "kumpulan aturan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """One clause that is out of date. ``before`` or ``after`` is empty if it is new or gone."""

    address: str
    before: str
    after: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staleness:
    """What changed between the copy and today: the inputs, and the clauses."""

    inputs: tuple[str, ...]
    """Names of the inputs that are not what they were."""
    clauses: tuple[Stale, ...]


def compare(old: Manifest, new: Manifest) -> Staleness:
    """The clauses of ``old`` that ``new`` has otherwise, in the order of the text."""
    inputs = tuple(_changed_inputs(old, new))
    return Staleness(inputs=inputs, clauses=tuple(_clauses(old, new, inputs)))


def _changed_inputs(old: Manifest, new: Manifest) -> Iterator[str]:
    if old.rulebook != new.rulebook:
        yield LAW
    before, after = dict(old.inputs), dict(new.inputs)
    yield from (name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name))
    if old.decided != new.decided:
        yield "hari keputusan"
    if old.program != new.program:
        yield "program"


def _clauses(old: Manifest, new: Manifest, inputs: tuple[str, ...]) -> Iterator[Stale]:
    for before, after in _pairs(old.passages, new.passages):
        if before is None or after is None:
            here = before or after
            assert here is not None
            words = (before.words if before else "", after.words if after else "")
            yield Stale(address=here.address, before=words[0], after=words[1], reasons=(_because(inputs),))
            continue
        reasons = [*_grounds(before.grounds, after.grounds)]
        if before.words != after.words:
            reasons += [*_figures(before.words, after.words), _because(inputs)]
        if reasons:
            yield Stale(address=after.address, before=before.words, after=after.words, reasons=tuple(reasons))


def _pairs(old: tuple[Passage, ...], new: tuple[Passage, ...]) -> Iterator[tuple[Passage | None, Passage | None]]:
    before, after = ([passage.words for passage in passages] for passages in (old, new))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[first:last], new[start:end], strict=True)
        else:
            yield from _nearest(list(old[first:last]), list(new[start:end]))


def _nearest(old: list[Passage], new: list[Passage]) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Pairs what was reworded, in order; what is like nothing on the other side is new or gone."""
    for passage in new:
        at = next((place for place, other in enumerate(old) if _alike(other, passage)), None)
        if at is None:
            yield None, passage
            continue
        yield from ((gone, None) for gone in old[:at])
        yield old[at], passage
        del old[: at + 1]
    yield from ((gone, None) for gone in old)


def _alike(one: Passage, other: Passage) -> bool:
    matcher = difflib.SequenceMatcher(None, one.words.split(), other.words.split(), autojunk=False)
    return matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


_ALIKE = 0.5
"""Share of words two wordings have in common to be the same clause."""


def _grounds(old: tuple[Ground, ...], new: tuple[Ground, ...]) -> Iterator[str]:
    before, after = ({ground.key: ground for ground in grounds} for grounds in (old, new))
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            one = now or was
            assert one is not None
            yield f"hukum: dasar {'baru' if was is None else 'gugur'}: {one.citation or one.gist or key}"
            continue
        if was.citation != now.citation:
            yield f"hukum: dasar {was.citation or 'belum dicatat'} menjadi {now.citation or 'belum dicatat'}"
        elif was.gist != now.gist:
            yield f"hukum: pokok isi {now.citation} kini “{now.gist}”"
        if was.evidence != now.evidence:
            yield f"bukti: {now.citation or key} dahulu {was.evidence}, kini {now.evidence}"


def _figures(before: str, after: str) -> Iterator[str]:
    old, new = _FIGURE.findall(before), _FIGURE.findall(after)
    if len(old) == len(new):
        changed = [f"{was} menjadi {now}" for was, now in zip(old, new, strict=True) if was != now]
        if changed:
            yield f"angka: {'; '.join(changed[:_SHOWN])}{'; …' if len(changed) > _SHOWN else ''}"


_SHOWN = 5


def _because(inputs: tuple[str, ...]) -> str:
    if not inputs:
        return "sebab tidak diketahui: semua bahan sama, programnya mungkin bukan versi yang sama"
    return f"karena {inputs[0]} berubah" if len(inputs) == 1 else f"salah satu yang berubah: {', '.join(inputs)}"


def told(found: Staleness, old: Manifest, new: Manifest, *, most: int = 160) -> Iterator[str]:
    """The comparison as lines for a terminal; long wordings are cut to where they begin to differ."""
    then, now = (long_date(date.fromisoformat(one.decided)) for one in (old, new))
    yield f"Salinan menurut keadaan {then}, dibandingkan dengan keadaan {now}"
    yield f"Bahan yang berubah: {', '.join(found.inputs) or 'tidak ada'}"
    for stale in found.clauses:
        yield ""
        yield f"{stale.address}: {_what(stale)}"
        if stale.before != stale.after:
            before, after = _cut(stale.before, stale.after, most), _cut(stale.after, stale.before, most)
            yield from ([f"  dahulu : {before}"] if stale.before else [])
            yield from ([f"  kini   : {after}"] if stale.after else [])
        yield from (f"  sebab  : {reason}" for reason in stale.reasons)
    yield ""
    yield f"{len(found.clauses)} klausul tidak lagi sesuai" if found.clauses else "Semua klausul masih sesuai"


def _what(stale: Stale) -> str:
    if not stale.before:
        return "klausul baru"
    if not stale.after:
        return "klausul tidak ada lagi"
    return "bunyi berubah" if stale.before != stale.after else "dasar berubah"


def _cut(text: str, other: str, most: int) -> str:
    flat, beside = " ".join(text.split()), " ".join(other.split())
    same = next((at for at, (one, two) in enumerate(zip(flat, beside, strict=False)) if one != two), len(flat))
    start = max(0, same - 40) if beside else 0
    shown = flat[start : start + most]
    return f"{'…' if start else ''}{shown}{'…' if start + most < len(flat) else ''}"
