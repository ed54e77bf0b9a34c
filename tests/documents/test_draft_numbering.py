"""Numbers have no gaps, whatever conditions leave out, and whatever value a marker shows."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from naskah_cases import draft_of, found, text_of

from regpol.documents.naskah.tree import Kind, Unit

KINDS = [Kind.CHAPTER, Kind.PART, Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.ITEM]


def marked(kind: Kind, value: int) -> str:
    return {
        Kind.CHAPTER: "BAB {{ 'JUDUL' }}",
        Kind.PART: "Bagian Judul",
        Kind.ARTICLE: "Pasal",
        Kind.CLAUSE: f"({value})",
        Kind.POINT: f"{chr(97 + value % 26)}.",
        Kind.ITEM: f"{value}.",
    }[kind]


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Chapters of parts of articles of clauses of points of items; lists of any width, values at random."""
    width = st.integers(1, 3)
    value = st.integers(1, 99)
    lines: list[str] = []

    def listed(kinds: list[Kind]) -> None:
        for _ in range(draw(width)):
            deeper = kinds[1:] and draw(st.booleans())
            lines.append(f"{marked(kinds[0], draw(value))} {'meliputi: [dan]' if deeper else 'teks'}")
            if deeper:
                listed(kinds[1:])

    for _ in range(draw(width)):
        lines.append(marked(Kind.CHAPTER, draw(value)))
        parts = draw(st.integers(0, 2))
        for _ in range(max(parts, 1)):
            if parts:
                lines.append(marked(Kind.PART, 1))
            for _ in range(draw(width)):
                lines.append(marked(Kind.ARTICLE, 1))
                listed([Kind.CLAUSE, Kind.POINT, Kind.ITEM])
    return "\n".join(lines)


def siblings(units: tuple[Unit, ...]):
    yield units
    for unit in units:
        yield from siblings(unit.children)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies())
def test_numbers_have_no_gaps(body):
    with tempfile.TemporaryDirectory() as folder:
        draft = draft_of(Path(folder), body)
    units = [unit for unit in draft.units() if unit.eid.startswith(("chp", "art"))]
    for kind in (Kind.CHAPTER, Kind.ARTICLE):
        numbers = [unit.number for unit in units if unit.kind is kind]
        assert numbers == list(range(1, len(numbers) + 1))
    for group in siblings(draft.body):
        if group and group[0].kind not in {Kind.CHAPTER, Kind.ARTICLE}:
            assert [unit.number for unit in group] == list(range(1, len(group) + 1))
    assert len({unit.eid for unit in units}) == len(units)


def test_what_a_condition_leaves_out_leaves_no_gap(tmp_path):
    body = """Pasal
(1) Syarat terdiri atas: [dan]
a. satu
{% if brief.has("jht") %}
a. dua
{% endif %}
a. tiga
{% for c in brief.categories %}
a. {{ c.name }}
{% endfor %}
(7) Ayat berikutnya.
"""
    draft = draft_of(tmp_path, body)
    points = draft.body[0].children[0].children
    assert [point.marker for point in points] == ["a.", "b.", "c.", "d.", "e.", "f.", "g.", "h."]
    assert text_of(points[1]) == "tiga;"
    assert draft.body[0].children[1].marker == "(2)"


def test_definitions_nest_the_other_way_round(tmp_path):
    draft = draft_of(
        tmp_path,
        "Pasal\nYang dimaksud dengan: [kalimat]\n1. Satu adalah: [atau]\na. kesatu\na. kedua\n1. Dua adalah dua.\n",
    )
    definitions = draft.body[0].children
    assert [unit.marker for unit in definitions] == ["1.", "2."]
    assert [text_of(unit) for unit in definitions[0].children] == ["kesatu; atau", "kedua."]


def test_articles_run_through_chapters(tmp_path):
    draft = draft_of(tmp_path, "BAB SATU\nPasal\nA.\nBAB DUA\nPasal\nB.\n")
    assert [chapter.marker for chapter in draft.body] == ["BAB I", "BAB II"]
    assert text_of(found(draft, "Pasal 2")) == "B."
