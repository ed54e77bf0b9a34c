"""Paragraphs of anybody's paper as the lines that checks walk: by the marks they begin with, part by part."""

import re
from dataclasses import replace

from regpol.documents.lint.forms import PaperForm, guess_form
from regpol.documents.lint.marks import (
    ENACTING,
    LABEL,
    LABELLED,
    Mark,
    before_decision,
    body_mark,
    closes,
    collapsed,
    diktum_mark,
    list_mark,
)
from regpol.documents.lint.paragraphs import Paragraph
from regpol.documents.lint.text import HEADINGS, LISTED, Level, Line, LintText

_RANK = {Level.CHAPTER: 0, Level.PART: 1, Level.SECTION: 2, Level.ARTICLE: 3, Level.DIKTUM: 3, Level.CLAUSE: 4}
_LIST_RANK = 5
_HANGING = re.compile(
    r"(?:\b(?:ayat|huruf|angka|pasal|nomor|tahun|bab|bagian|paragraf|dalam|pada|dengan|oleh|di|dari|ke|yang|untuk"
    r"|tanggal|paling \w+)|(?<!;) (?:dan|atau|dan/atau)|[,(/–-])$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.;:]$|; (?:dan|atau|dan/atau)$")
_NOT_TEXT = {"RANCANGAN", "SALINAN", "DRAF", "DRAFT"}
_TITLE_WIDTH = 160
_LETTER_ROW = re.compile(
    r"(?:Nomor|Sifat|Lampiran|Hal|Perihal|Kepada|Yth|Dari|Melalui|Tanggal|Tempat)\b\.?\s*[:|]", re.IGNORECASE
)
"""A row of the head of a letter, however long what it says."""


def parse(paragraphs: tuple[Paragraph, ...], form: PaperForm | None = None, source: str = "") -> LintText:
    """The paper; ``form`` overrides what its title says."""
    reading = _Reading(form)
    for paragraph in paragraphs:
        reading.take(paragraph)
    lines = tuple(reading.lines)
    titles = [line.text for line in lines if line.level in (Level.TITLE, Level.ABOUT)]
    return LintText(lines, reading.guess(titles), source)


class _Reading:
    """Where in the paper the reader is, and which units stand open there."""

    def __init__(self, form: PaperForm | None) -> None:
        self.form = form
        self.lines: list[Line] = []
        self.part = self._title
        self.open: list[tuple[int, Mark]] = []
        self.label = -1
        self.named = self.copied = False
        self.annex = "Lampiran"

    def take(self, paragraph: Paragraph) -> None:
        """Puts one more paragraph where it belongs."""
        if not paragraph.text or paragraph.text.upper() in _NOT_TEXT or paragraph.style == "Catatan":
            self.copied |= paragraph.text.upper() == "SALINAN"
            return
        if self.part != self._title:
            self._look_ahead(paragraph)
        self.part(paragraph)

    def _look_ahead(self, paragraph: Paragraph) -> None:
        """Annex and explanation begin wherever they stand."""
        flat = collapsed(paragraph.text)
        if re.match(r"LAMPIRAN(?:[IVXL]+)?(?::|$|PERATURAN|KEPUTUSAN|PERJANJIAN|NOTA|INSTRUKSI)", flat) and not (
            re.search(r"[a-z]", paragraph.text.split()[0])
        ):
            found = re.match(r"LAMPIRAN\s+([IVXL]+)\b", paragraph.text)
            self.annex, self.part = f"Lampiran {found[1]}" if found else "Lampiran", self._annex
        elif flat in {"PENJELASAN", "PENJELASANATAS"} or flat.startswith("PENJELASANATAS"):
            self.part = self._explanation
        elif self.part == self._body and closes(paragraph.text):
            self.part = self._closing

    def _add(
        self, source: Paragraph, level: Level, address: str, *, text: str = "", marker: str = "", parent: int = -1
    ) -> int:
        line = Line(
            number=source.number,
            text=text or source.text,
            level=level,
            address=address,
            style=source.style,
            marker=marker,
            index=len(self.lines),
            parent=parent,
            centered=source.centered,
            inset=source.inset,
        )
        self.lines.append(line)
        return line.index

    def _join(self, text: str) -> None:
        """Words that go on where the last line broke off."""
        last = self.lines[-1]
        glue = "" if re.search(r"\w-$", last.text) and text[:1].islower() else " "
        self.lines[-1] = replace(last, text=f"{last.text}{glue}{text}")

    def _title(self, paragraph: Paragraph) -> None:
        text, flat = paragraph.text, collapsed(paragraph.text)
        if LABEL.match(text):
            self.part = self._opening
            self._opening(paragraph)
        elif re.match(r"DENGANRAHMAT|BISMILLAH|ATASRAHMAT", flat) or (self.named and self._names_office(text)):
            self.part = self._opening
            self._add(paragraph, Level.OPENING, "Pembukaan")
        elif self._begins_body(text) or self._begins_orders(text) or (_is_prose(text) and not self._name(paragraph)):
            # a paper of the office has no opening: what it says begins with its first sentence
            self.part = self._body if self._office() else self._opening
            self.part(paragraph)
        elif flat == "TENTANG":
            self.named = True
            self._add(paragraph, Level.ABOUT, "Judul")
        else:
            about = self.named and not flat.startswith("NOMOR")
            self._add(paragraph, Level.ABOUT if about else Level.TITLE, "Judul")

    def _name(self, paragraph: Paragraph) -> bool:
        """Whether small letters are the name of the paper, typed without capitals, or a head before any title."""
        if not self.lines or (_LETTER_ROW.match(paragraph.text) and not self.named):
            return True
        return self.named and (collapsed(self.lines[-1].text) == "TENTANG" or bool(paragraph.centered))

    def _begins_orders(self, text: str) -> bool:
        row = self.named and _LETTER_ROW.match(text) and not text.upper().startswith("NOMOR")
        return bool(row or list_mark(text) or diktum_mark(text)) and self._office()

    def _office(self) -> bool:
        return self.guess([line.text for line in self.lines]).office

    def guess(self, titles: list[str]) -> PaperForm:
        """The form its titles say; what bears no other title than SALINAN is the sheet that goes with a copy."""
        guessed = self.form or guess_form(titles)
        return PaperForm.ATTACHED if guessed is PaperForm.OTHER and self.copied else guessed

    def _names_office(self, text: str) -> bool:
        """The office that enacts, with its comma, or without it as it stands above the title."""
        return text.endswith(",") or any(line.level is Level.TITLE and line.text == text for line in self.lines)

    def _begins_body(self, text: str) -> bool:
        mark = body_mark(text)
        return mark is not None and mark.level in (*HEADINGS, Level.ARTICLE)

    def _opening(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if label := LABEL.match(text):
            self._labelled(paragraph, label)
        elif before_decision(text) or ENACTING.match(text):
            self.part = self._diktum
            self._diktum(paragraph)
        elif self._begins_body(text) and not self._hangs(paragraph):
            self.part = self._body
            self._body(paragraph)
        elif self._goes_on(paragraph) and self.lines[-1].level is Level.OPENING and not text.isupper():
            self._join(text)
        else:
            mark = list_mark(text)
            self._add(paragraph, Level.OPENING, "Pembukaan", marker=mark.written if mark else "")

    def _labelled(self, paragraph: Paragraph, label: re.Match[str]) -> None:
        word = label[1].rstrip(": ").capitalize()
        level = LABELLED[word.lower()]
        rest = paragraph.text[label.end() :].lstrip(": ")
        written = label[1] if ":" in label[1] else label[1].strip()
        self.label = self._add(paragraph, level, word, text=written)
        self.part = self._grounds
        if rest:
            self._grounds(replace(paragraph, text=rest))

    def _grounds(self, paragraph: Paragraph) -> None:
        """An item below Menimbang, Mengingat or Memperhatikan."""
        text = paragraph.text
        if text.startswith(":"):
            held = self.lines[self.label]
            if not held.text.endswith(":"):
                self.lines[self.label] = replace(held, text=f"{held.text} :")
            text = text.lstrip(": ")
            if not text:
                return
        if LABEL.match(text) and not self._hangs(paragraph):
            self._opening(paragraph)
            return
        if before_decision(text) or ENACTING.match(text) or diktum_mark(text):
            self.part = self._diktum
            self._diktum(paragraph)
            return
        mark = list_mark(text)
        label = self.lines[self.label]
        if mark and not self._false_item(paragraph, mark, self._last_item()):
            address = f"{label.address} {mark.step}"
            self._add(paragraph, label.level, address, text=text, marker=mark.written, parent=self.label)
            self.open = [(len(self.lines) - 1, mark)]
        elif self.lines[-1].index == self.label or (not paragraph.broken and _ENDED.search(self.lines[-1].text)):
            self._add(paragraph, label.level, label.address, text=text, parent=self.label)
            self.open = []
        else:
            self._join(text)

    def _last_item(self) -> int:
        return self.open[-1][1].value if self.open and self.open[-1][0] > self.label else 0

    def _diktum(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if diktum_mark(text) or self._begins_body(text):
            self.part = self._body
            self._body(paragraph)
        elif enacting := ENACTING.match(text):
            self._add(paragraph, Level.DIKTUM, "Menetapkan", marker=enacting[1].strip())
        elif self.lines[-1].address == "Menetapkan":
            self._join(text.lstrip(": ") if self.lines[-1].text.endswith(":") else text)
        elif before_decision(text) or not list_mark(text):
            self._add(paragraph, Level.DIKTUM, "Diktum")
        else:
            self.part = self._body
            self._body(paragraph)

    def _body(self, paragraph: Paragraph) -> None:
        # a row of a table is no list, whatever its first cell says
        row = " | " in paragraph.text
        mark = None if row else diktum_mark(paragraph.text) or body_mark(paragraph.text)
        if mark and not self._false_mark(paragraph, mark):
            self._unit(paragraph, mark)
        elif self._titles_heading(paragraph) or self._goes_on(paragraph):
            self._join(paragraph.text)
        else:
            parent = self._holder()
            address = self.lines[parent].address if parent >= 0 else "Isi"
            self._add(paragraph, Level.TEXT, address, parent=parent)

    def _holder(self) -> int:
        """The unit a paragraph without a mark belongs to; after a list that has ended, the unit above it."""
        return self.open[-1][0] if self.open else -1

    def _unit(self, paragraph: Paragraph, mark: Mark) -> None:
        self._close(mark)
        parent = self.open[-1][0] if self.open else -1
        steps = [held.step for _, held in self.open if (held.level in HEADINGS) == (mark.level in HEADINGS)]
        address = " ".join([*steps, mark.step])
        index = self._add(paragraph, mark.level, address, marker=mark.written, parent=parent)
        self.open.append((index, mark))

    def _close(self, mark: Mark) -> None:
        """Leaves every unit that the new one does not stand in."""
        if mark.level in LISTED:
            self._close_list(mark)
            return
        rank = _RANK[mark.level]
        while self.open and _RANK.get(self.open[-1][1].level, _LIST_RANK) >= rank:
            self.open.pop()

    def _close_list(self, mark: Mark) -> None:
        places = [place for place, (_, held) in enumerate(self.open) if held.level is mark.level]
        below = [place for place in places if _RANK.get(self.open[place][1].level) is None]
        if not below:
            return
        siblings = [place for place in below if self.open[place][1].value + 1 == mark.value] or below[-1:]
        nested = mark.value == 1 and self.lines[self.open[-1][0]].text.endswith(":")
        if not nested:
            del self.open[siblings[-1] :]

    def _titles_heading(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is the title of the heading before it, or the second line of one."""
        last = self.lines[-1]
        if last.level is Level.ARTICLE:
            return paragraph.text.isupper() and len(paragraph.text) < _TITLE_WIDTH and not last.content
        if last.level not in HEADINGS:
            return False
        return not last.content or (paragraph.broken and not paragraph.apart) or paragraph.text.isupper()

    def _hangs(self, paragraph: Paragraph) -> bool:
        """Whether the last line breaks off in the middle of a phrase."""
        return paragraph.broken and bool(self.lines) and bool(_HANGING.search(self.lines[-1].text))

    def _goes_on(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is only the rest of the line before."""
        if not paragraph.broken or not self.lines or self.lines[-1].level in (*HEADINGS, Level.ARTICLE):
            return False
        if not paragraph.apart:
            return True
        return not _ENDED.search(self.lines[-1].text) and paragraph.text[:1].islower()

    def _false_mark(self, paragraph: Paragraph, mark: Mark) -> bool:
        """Whether what looks like a mark is only where a line broke."""
        if mark.level in (Level.CHAPTER, Level.DIKTUM):
            return False
        if mark.level in LISTED or mark.level is Level.CLAUSE:
            held = [value.value for _, value in self.open if value.level is mark.level]
            return self._false_item(paragraph, mark, held[-1] if held else 0)
        return self._hangs(paragraph)

    def _false_item(self, paragraph: Paragraph, mark: Mark, before: int) -> bool:
        if not paragraph.broken:
            return False
        last = self.lines[-1]
        if last.level in (*HEADINGS, Level.ARTICLE) or _ENDED.search(last.text):
            return False
        return self._hangs(paragraph) or mark.value not in {1, before + 1}

    def _closing(self, paragraph: Paragraph) -> None:
        last = self.lines[-1]
        begun = last.level is Level.CLOSING and last.text.startswith(("Agar ", "Demikian "))
        if begun and not last.text.endswith(".") and self._goes_on(paragraph):
            self._join(paragraph.text)
        else:
            self._add(paragraph, Level.CLOSING, "Penutup")

    def _annex(self, paragraph: Paragraph) -> None:
        self._add(paragraph, Level.ANNEX, self.annex)

    def _explanation(self, paragraph: Paragraph) -> None:
        mark = body_mark(paragraph.text)
        last = self.lines[-1]
        address = f"Penjelasan {mark.step}" if mark and mark.level is Level.ARTICLE else "Penjelasan"
        if last.level is Level.EXPLANATION and not (mark and mark.level is Level.ARTICLE):
            address = last.address
        self._add(paragraph, Level.EXPLANATION, address)


def _is_prose(text: str) -> bool:
    return len(text) > 40 and sum(letter.islower() for letter in text) > len(text) // 2
