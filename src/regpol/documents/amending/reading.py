"""Reads a regulation: from our draft, from anybody's .docx, .txt or .md, from a kept Akoma Ntoso.

A file that is not a regulation with articles is refused with what was found instead. Nothing is mended; a
number that stands twice would make every change to it ambiguous, so that is refused too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path as FilePath

from regpol.documents.amending.provisions import DELETED, AnnexText, Name, Provision, Regulation, paths
from regpol.documents.lint.forms import PaperForm, guess_form, regulation_form
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.text import HEADINGS, Level, Line, LintText
from regpol.documents.naskah.outline import title_lines
from regpol.documents.naskah.tree import Draft, Kind, Table, Unit, plain
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.amending import AmendsAnother, MissingNumber, NoRegulation, RepeatedNumber

_MARKDOWN_RULE = re.compile(r"[|:\s-]+")


def read_regulation(path: FilePath) -> Regulation:
    """The regulation in a file.

    Raises:
        Refused: if the file cannot be read, or is no regulation with articles of its own.
    """
    if path.suffix.lower() == ".xml":
        from regpol.documents.amending.akn_reading import read_akn

        return checked(read_akn(path), path.name)
    text = read_paper(path)
    # a consolidated text goes along with the regulations it joins, and is read as what it became
    if not text.form.regulation and text.form not in {PaperForm.OTHER, PaperForm.ATTACHED}:
        raise Refused(NoRegulation(place=Place(path.name), given=f"naskah berbentuk {text.form.value}"))
    return checked(_from_lines(text), path.name)


def checked(regulation: Regulation, file: str) -> Regulation:
    """The regulation, once it is known that it can be amended.

    Raises:
        Refused: if it has no articles, amends another, or gives a number twice or leaves one out.
    """
    if not regulation.articles:
        raise Refused(NoRegulation(place=Place(file), given="tidak ada satu pun Pasal"))
    if regulation.name.about.upper().startswith("PERUBAHAN") or regulation.articles[0].mark == "I":
        raise Refused(AmendsAnother(place=Place(file), given=regulation.name.about or "Pasal I"))
    twice = [path[-1] for path, count in Counter(paths(regulation.body)).items() if count > 1]
    twice += [
        f"{article.step} {step}"
        for article in regulation.articles
        for step, count in Counter(it.step for it in article.clauses).items()
        if count > 1
    ]
    if twice:
        raise Refused(RepeatedNumber(place=Place(file), given=", ".join(twice[:5])))
    missing = [*_gaps("Pasal", "", regulation.articles)]
    missing += [gap for article in regulation.articles for gap in _gaps(article.step, "ayat", article.clauses)]
    if missing:
        raise Refused(MissingNumber(place=Place(file), given=", ".join(missing[:5])))
    return regulation


def _gaps(above: str, word: str, series: Sequence[Provision]) -> Iterator[str]:
    """The numbers a series jumps over; what was struck out keeps its number, so a gap is a misreading."""
    last = 0
    for it in series:
        found = re.match(r"\(?(\d+)", it.mark)
        number = int(found[1]) if found else last
        for gone in range(last + 1, number):
            yield f"{above} {word} ({gone})" if word else f"{above} {gone}"
        last = max(last, number)


def from_draft(draft: Draft) -> Regulation:
    """The regulation of our own tree; its clauses keep their bases."""
    body = tuple(it for unit in draft.body for it in _flat(unit))
    annexes = tuple(
        AnnexText(number=it.number, title=_spaced(it.title).upper(), rows=tuple(_block_rows(it.blocks)))
        for it in draft.annexes
    )
    head = draft.head
    name = Name(kind=head.kind, region=head.region, number=head.numbers[0], year=head.year, about=head.about)
    return Regulation(name=name, form=regulation_form(title_lines(draft)).value, body=body, annexes=annexes)


def _flat(unit: Unit) -> Iterator[Provision]:
    if unit.kind.heading:
        yield Provision(kind=unit.kind, mark=unit.kind.mention(unit.number)[1], title=_spaced(unit.title))
        for child in unit.children:
            yield from _flat(child)
    else:
        yield _of_unit(unit)


def _of_unit(unit: Unit) -> Provision:
    return Provision(
        kind=unit.kind,
        mark=unit.kind.mention(unit.number)[1],
        title=_spaced(unit.title),
        text=_spaced(plain(unit.lead)),
        children=tuple(_of_unit(child) for child in unit.children),
        closing=_spaced(plain(unit.closing)),
        rows=tuple(_block_rows(unit.tables)),
        bases=unit.bases,
        explained=tuple(_spaced(plain(it)) for it in unit.explained),
    )


def _block_rows(blocks: Iterable[object]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield _row(block.columns)
            yield from (_row(tuple(cell.text for cell in cells)) for cells in block.rows)
            yield from [_row(block.total)] if any(block.total) else []
        elif isinstance(block, tuple):
            yield _spaced(plain(block))


def _row(cells: Iterable[str]) -> str:
    return " | ".join(said for cell in cells if (said := _spaced(cell)))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _from_lines(text: LintText) -> Regulation:
    body = tuple(_of_line(text, line) for line in text.lines if line.level in (*HEADINGS, Level.ARTICLE))
    titles = [line.text for line in text.lines if line.level is Level.TITLE]
    joined = guess_form(titles) is PaperForm.ATTACHED
    form = regulation_form(titles).value
    return Regulation(name=_name(text), form=form, body=body, annexes=tuple(_annexes(text)), joined=joined)


_KINDS = {level: Kind(level.value) for level in Level if level.value in set(Kind)}


def _of_line(text: LintText, line: Line) -> Provision:
    made = Provision(kind=_KINDS[line.level], mark=_mark(line))
    if line.level in HEADINGS:
        title = _spaced(line.content)
        return replace(made, deleted=_struck(title), title="" if _struck(title) else title)
    said = [_spaced(line.content)] if line.level is not Level.ARTICLE else []
    title = _spaced(line.content) if line.level is Level.ARTICLE and not _struck(line.content) else ""
    said += [_spaced(line.content)] if line.level is Level.ARTICLE and _struck(line.content) else []
    children: list[Provision] = []
    closing: list[str] = []
    rows: list[str] = []
    for child in text.children(line):
        if child.level is not Level.TEXT:
            children.append(_of_line(text, child))
        elif " | " in child.text:
            rows += [] if _MARKDOWN_RULE.fullmatch(child.text) else [_row(child.text.strip("| ").split("|"))]
        else:
            (closing if children else said).append(_spaced(child.text))
    own = " ".join(said)
    if _struck(own) and not children:
        return replace(made, deleted=True, title=title)
    return replace(made, title=title, text=own, children=tuple(children), closing=" ".join(closing), rows=tuple(rows))


def _mark(line: Line) -> str:
    written = _spaced(line.marker)
    if line.level in (*HEADINGS, Level.ARTICLE):
        number = written.partition(" ")[2].rstrip(".:")
        return re.sub(r"(?<=\d) (?=[A-Z])", "", number.upper() if line.level is Level.ARTICLE else number)
    if line.level is Level.CLAUSE:
        return written.rstrip(".").replace(" ", "")
    return written.rstrip(".")


def _struck(text: str) -> bool:
    return text.strip("().[] ").casefold() == DELETED.strip(".").casefold()


def _name(text: LintText) -> Name:
    lines = [_spaced(line.text) for line in text.title]
    kind = next((it for it in lines if re.match(r"(?i)(?:PERATURAN|QANUN|PERDASUS|PERDASI)\b", it)), "")
    found = next((it for line in lines if (it := re.search(r"(?i)\bNOMOR\s*:?\s*(\S+)\s+TAHUN\s+(\S+)", line))), None)
    kind, _, named = kind.partition(" tentang ")  # our own Markdown has the whole name on one line
    kind = re.split(r"(?i) NOMOR ", kind)[0]
    return Name(
        kind=kind,
        number=found[1] if found else "",
        year=found[2] if found else "",
        about=_spaced(text.name or named).rstrip("."),
    )


def _annexes(text: LintText) -> Iterator[AnnexText]:
    groups: dict[str, list[str]] = {}
    signing = {line.text for line in text.lines if line.level is Level.CLOSING}
    heads = {line.text for line in text.lines if line.level in {Level.TITLE, Level.ABOUT}}
    for line in text.of(Level.ANNEX):
        said = _spaced(line.text)
        if said in signing or said in heads or re.match(r"LAMPIRAN\b", said) or _MARKDOWN_RULE.fullmatch(said):
            groups.setdefault(line.address, [])
            continue
        row = _row(said.strip("| ").split("|")) if " | " in said else said
        groups.setdefault(line.address, []).append(row)
    for address, rows in groups.items():
        title = rows[0].upper() if rows and rows[0].isupper() else ""
        number = address.removeprefix("Lampiran").strip()
        yield AnnexText(number=number, title=title, rows=tuple(rows[1:] if title else rows))
