"""The conjunction between the last two items of a list, and how deep a list may go."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.pointing import amends
from regpol.documents.lint.prose import tail
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import LISTED, Line, LintText

_CONJUNCTION = re.compile(r"[;,]?\s(dan/atau|dan|atau)$")
_MIXED = re.compile(r"[;,]\s*(dan\s*/\s*atau|dan\s+atau|atau\s*/\s*dan|atau\s+dan)$")
_DEEPEST = 4


def _lists(text: LintText) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Lists that end one sentence; not the definitions, whose items are sentences of their own."""
    if amends(text):
        return
    defined = set() if text.general is None else {line.index for line in text.below(text.general)}
    for owner, items in text.lists:
        if len(items) > 1 and items[0].index not in defined:
            yield owner, items


def _last_words(item: Line, text: LintText) -> Line:
    below = list(text.below(item))
    return below[-1] if below else item


@check("DR-067")
def depth(text: LintText) -> Iterator[Finding]:
    """Four steps at most."""
    for line in text.body:
        steps, held = 0, line
        while held is not None and held.level in LISTED:
            above = text.parent(held)
            steps += 1
            if above is None:
                break
            held = above
        if steps > _DEEPEST:
            yield Finding.at("DR-067", line, f"rincian tingkat ke-{steps}", "pecah ke pasal atau ayat lain")


@check("DR-068")
def conjunction(text: LintText) -> Iterator[Finding]:
    """'dan', 'atau' or 'dan/atau' behind the last item but one."""
    for _, items in _lists(text):
        line = _last_words(items[-2], text)
        written = line.text.rstrip()
        if not written.endswith((".", ":")) and not _CONJUNCTION.search(written):
            better = f"{tail(written.rstrip(';,'), 30)} diakhiri “; dan”, “; atau”, atau “; dan/atau”"
            yield Finding.at("DR-068", line, "rincian kedua dari terakhir tanpa kata penghubung", better)


@check("DR-069")
def alternative(text: LintText) -> Iterator[Finding]:
    """A choice of one is joined by 'atau'."""
    for owner, items in _lists(text):
        lead = text.lead(owner).text
        line = _last_words(items[-2], text)
        found = _CONJUNCTION.search(line.text.rstrip())
        if re.search(r"\b(?:salah satu|memilih|pilihan)\b", lead) and found and found[1] == "dan":
            yield Finding.at("DR-069", line, "pilihan dihubungkan dengan “dan”", "“; atau”")


@check("DR-070")
def both(text: LintText) -> Iterator[Finding]:
    """'dan/atau' in this very form."""
    for _, items in _lists(text):
        line = _last_words(items[-2], text)
        found = _MIXED.search(line.text.rstrip())
        if found and found[1] != "dan/atau":
            yield Finding.at("DR-070", line, f"“{found[1]}”", "“; dan/atau”")


@check("DR-071")
def repeated(text: LintText) -> Iterator[Finding]:
    """The conjunction stands once."""
    for owner, items in _lists(text):
        # the last item of an inner list carries the conjunction of the list around it
        last = () if owner.level in LISTED else items[-1:]
        for item in (*items[:-2], *last):
            line = _last_words(item, text)
            found = _CONJUNCTION.search(line.text.rstrip())
            if found:
                better = "kata penghubung hanya pada rincian kedua dari terakhir"
                yield Finding.at("DR-071", line, f"rincian diakhiri “{found[1]}”", better)
