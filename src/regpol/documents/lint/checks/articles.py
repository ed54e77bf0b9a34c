"""Articles and clauses: DR-042 and DR-050 to DR-056."""

import re
from collections.abc import Iterator

from regpol.documents.lint.checks.structure import skips
from regpol.documents.lint.finding import Finding
from regpol.documents.lint.prose import is_table, quoted, sentences
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_LONGEST_SENTENCE = 80
_MANY_CLAUSES = 7
_SANCTION = re.compile(r"dikenai sanksi administratif", re.IGNORECASE)
_BREACH = re.compile(r"sebagaimana dimaksud (?:dalam|pada) Pasal (\d+)")
_SMALL_ARTICLE = re.compile(r"\bpasal \d+")
_LARGE_CLAUSE = re.compile(r"(?<!^)\bAyat \(\d+\)")


def _own_text(text: LintText, pasal: Line) -> list[Line]:
    return [line for line in text.children(pasal) if line.level is Level.TEXT and not is_table(line)]


@check("DR-042")
def sanctions_follow_the_norm(text: LintText) -> Iterator[Finding]:
    """A sanction stands after the article whose breach it answers, in the same chapter."""
    if skips(text):
        return
    for line in text.body:
        pasal = text.pasal(line)
        if pasal is None or not _SANCTION.search(line.text):
            continue
        own = pasal.marker.split()[-1]
        for number in _BREACH.findall(line.text):
            if own.isdigit() and int(number) > int(own):
                better = f"sesudah Pasal {number}, dalam bab yang sama"
                yield Finding.at("DR-042", line, f"sanksi atas Pasal {number} mendahului normanya", better)


@check("DR-050")
def an_article_is_one_sentence(text: LintText) -> Iterator[Finding]:
    """Without clauses it holds one norm, and the sentence is short; Pasal I quotes what it changes."""
    if skips(text):
        return
    for pasal in text.pasals:
        if text.ayats(pasal) or pasal is text.general:
            continue
        own = _own_text(text, pasal)
        count = sum(len(sentences(line.text)) for line in own)
        if count > 1:
            yield Finding.at("DR-050", pasal, f"{count} kalimat tanpa ayat", "satu kalimat, atau bagi menjadi ayat")
        for line in own:
            length = len(line.text.split())
            if length > _LONGEST_SENTENCE and count == 1:
                yield Finding.at("DR-050", line, f"kalimat {length} kata", "kalimat pendek, atau rincian")


@check("DR-051")
def articles_have_few_clauses(text: LintText) -> Iterator[Finding]:
    """Rather several articles."""
    for pasal in text.pasals:
        count = len(text.ayats(pasal))
        if count > _MANY_CLAUSES:
            yield Finding.at("DR-051", pasal, f"{count} ayat dalam satu Pasal", "bagi menjadi beberapa Pasal")


@check("DR-052")
def articles_run_on(text: LintText) -> Iterator[Finding]:
    """Arabic numbers through the whole paper, 'Pasal' with a capital."""
    if skips(text):
        return
    wanted = _first_number(text)
    for pasal in text.pasals:
        word, number = pasal.marker.split(maxsplit=1)
        if word != "Pasal":
            yield Finding.at("DR-052", pasal, pasal.marker, f"Pasal {number}")
        cut_out = text.fragment and number.isdigit() and int(number) > wanted
        if number != str(wanted) and not cut_out:
            yield Finding.at("DR-052", pasal, pasal.marker, f"Pasal {wanted}")
        wanted = int(number) + 1 if number.isdigit() else wanted + 1


def _first_number(text: LintText) -> int:
    """1, but a passage begins where it was cut out."""
    first = text.pasals[0].marker.split()[-1] if text.pasals and text.fragment else "1"
    return int(first) if first.isdigit() else 1


@check("DR-053")
def articles_are_named_with_a_capital(text: LintText) -> Iterator[Finding]:
    """'Pasal 5' in a reference."""
    for line in (*text.recitals, *text.body):
        if found := _SMALL_ARTICLE.search(line.text):
            yield Finding.at("DR-053", line, f"“{found[0]}”", f"“{found[0].capitalize()}”")


@check("DR-054")
def clauses_are_counted_in_brackets(text: LintText) -> Iterator[Finding]:
    """No point after the bracket, no gap, and a single clause has no number."""
    for pasal in text.pasals:
        clauses = text.ayats(pasal)
        if len(clauses) == 1:
            yield Finding.at("DR-054", clauses[0], "satu ayat bernomor", "tanpa nomor, atau dua ayat")
        wanted = 1
        for line in clauses:
            number = re.sub(r"\D", "", line.marker)
            if line.marker.endswith(".") or " " in line.marker:
                yield Finding.at("DR-054", line, f"“{line.marker}”", f"“({number})”")
            elif number != str(wanted) and not skips(text) and len(clauses) > 1:
                yield Finding.at("DR-054", line, f"“{line.marker}”", f"“({wanted})”")
            wanted = int(number) + 1


@check("DR-055")
def a_clause_is_one_sentence(text: LintText) -> Iterator[Finding]:
    """One norm."""
    for line in text.of(Level.CLAUSE):
        own = [line, *(child for child in text.children(line) if child.level is Level.TEXT and not is_table(child))]
        count = sum(len(sentences(part.content)) for part in own if part.content)
        if count > 1 and not text.items(line):
            yield Finding.at("DR-055", line, f"{count} kalimat: {quoted(line.content, 60)}", "satu kalimat")


@check("DR-056")
def clauses_are_named_in_small_letters(text: LintText) -> Iterator[Finding]:
    """'ayat (1)' in a reference."""
    for line in text.body:
        if found := _LARGE_CLAUSE.search(line.text):
            yield Finding.at("DR-056", line, f"“{found[0]}”", f"“{found[0].lower()}”")
