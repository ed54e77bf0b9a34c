"""Applying an amendment to the old text gives the new text, whatever was put in, struck out or reworded."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regpol.documents.amending.applying import amendment_of, applied, renumbered
from regpol.documents.amending.changes import Move
from regpol.documents.amending.provisions import Name, Provision, Regulation
from regpol.documents.naskah.tree import Kind
from regpol.terms.language import roman
from regpol.terms.problems import Refused
from regpol.terms.problems.amending import NothingToAmend

WORDS = (
    *("pekerja", "peserta", "iuran", "program", "dinas", "camat", "lurah", "kader", "pendataan", "verifikasi"),
    *("pendaftaran", "anggaran", "daerah", "bulan", "kartu", "laporan", "petugas", "syarat", "kepesertaan"),
    *("penetapan", "wilayah", "kelurahan", "rekonsiliasi", "berita", "acara", "manfaat", "klaim"),
)
sentence = st.lists(st.sampled_from(WORDS), min_size=3, max_size=9).map(" ".join)


@dataclass
class Ayat:
    """A clause that knows what it points at by identity, so that numbers can be given late."""

    words: str
    points: "Ayat | None" = None


@dataclass
class Article:
    clauses: list[Ayat] = field(default_factory=list)
    chapter: bool = False


@st.composite
def texts(draw: st.DrawFn) -> list[Article]:
    articles = [
        Article([Ayat(draw(sentence)) for _ in range(draw(st.integers(1, 3)))], draw(st.booleans()))
        for _ in range(draw(st.integers(1, 5)))
    ]
    every = [it for article in articles for it in article.clauses]
    for it in every:
        if draw(st.integers(0, 2)) == 0:
            it.points = draw(st.sampled_from(every))
    return articles


def written(articles: list[Article]) -> Regulation:
    """The text with the numbers our generator would give."""
    named = {
        id(clause): (number, place)
        for number, article in enumerate(articles, 1)
        for place, clause in enumerate(article.clauses, 1)
    }
    body: list[Provision] = []
    chapters = 0
    for number, article in enumerate(articles, 1):
        if article.chapter or number == 1:
            chapters += 1
            body.append(Provision(kind=Kind.CHAPTER, mark=roman(chapters), title=article.clauses[0].words.upper()))
        clauses = tuple(
            Provision(kind=Kind.CLAUSE, mark=f"({place})", text=said(it, number, named))
            for place, it in enumerate(article.clauses, 1)
        )
        body.append(Provision(kind=Kind.ARTICLE, mark=str(number), children=clauses))
    name = Name(kind="PERATURAN BUPATI CONTOH", number="1", year="2024", about="CONTOH")
    return Regulation(name=name, form="perkada", body=tuple(body))


def said(it: Ayat, number: int, named: dict[int, tuple[int, int]]) -> str:
    if it.points is None or id(it.points) not in named:
        return it.words
    article, clause = named[id(it.points)]
    where = f"pada ayat ({clause})" if article == number else f"dalam Pasal {article} ayat ({clause})"
    return f"{it.words} sebagaimana dimaksud {where}"


def edited(draw: st.DrawFn, articles: list[Article]) -> list[Article]:
    """A copy with some edits; clauses that stay are the same objects, so that references follow them."""
    made = [Article(list(it.clauses), it.chapter) for it in articles]
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["pasal baru", "pasal hapus", "ayat baru", "ayat hapus", "ubah", "bab"]))
        at = draw(st.integers(0, len(made) - 1))
        clauses = made[at].clauses
        if kind == "pasal baru":
            made.insert(draw(st.integers(0, len(made))), Article([Ayat(draw(sentence))], draw(st.booleans())))
        elif kind == "pasal hapus" and len(made) > 1:
            del made[at]
        elif kind == "ayat baru":
            clauses.insert(draw(st.integers(0, len(clauses))), Ayat(draw(sentence)))
        elif kind == "ayat hapus" and len(clauses) > 1:
            del clauses[draw(st.integers(0, len(clauses) - 1))]
        elif kind == "ubah":
            place = draw(st.integers(0, len(clauses) - 1))
            clauses[place] = Ayat(f"{clauses[place].words} {draw(sentence)}", clauses[place].points)
        else:
            made[at].chapter = not made[at].chapter
    return made


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_the_old_text_with_the_amendment_in_it_says_what_the_new_text_says(data: st.DataObject) -> None:
    first = data.draw(texts())
    second = edited(data.draw, first)
    third = edited(data.draw, second)
    in_force = written(first)
    for wanted in (written(second), written(third)):
        if renumbered(in_force.body) == renumbered(wanted.body):
            with pytest.raises(Refused, match=NothingToAmend.code):
                amendment_of(in_force, wanted)
            continue
        amendment = amendment_of(in_force, wanted)
        consolidated = applied(amendment)
        assert renumbered(consolidated.body) == renumbered(wanted.body)
        kept = {it.step for it in in_force.body if it.kind is Kind.ARTICLE}
        assert kept <= {it.step for it in consolidated.body}, "a number once given must stay"
        in_force = consolidated


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_an_article_put_in_changes_nothing_but_itself(data: st.DataObject) -> None:
    first = data.draw(texts())
    for number, clause in enumerate(it for article in first for it in article.clauses):
        clause.words = f"{clause.words} {number}"  # told apart, so that the pairing has no choice
    place = data.draw(st.integers(1, len(first)))
    second = [*first[:place], Article([Ayat("hal yang sama sekali lain")]), *first[place:]]
    amendment = amendment_of(written(first), written(second))
    assert [it.move for it in amendment.changes] == [Move.INSERTED if place < len(first) else Move.APPENDED]
    wanted = (f"Pasal {place}A",) if place < len(first) else (f"Pasal {place + 1}",)
    assert amendment.changes[0].keys == (wanted,)
