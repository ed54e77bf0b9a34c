"""Mapping files for answers: the presets that come along, one of the user's own, and those a project remembers.

A mapping says which column is what and what each status means. It holds nobody's data, so a project
keeps the one that was used and takes it again next month.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from regpol.law.files import data_folder
from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Reference, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.register.validation.mapping import BY_SEGMENT, COLUMNS, TOLD, AnswerMapping, Result, StatusWords
from regpol.register.vocabulary import FactKind, Vocabulary
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.register_answers import FactNotKnown
from regpol.terms.problems.rule_files import MissingKey, UnknownKey

FOLDER = "pemetaan"
"""In a project folder, where the mappings it has used are kept."""

_PREFIX = "jawaban-"
_WORDS = Scalar(lambda text: text.strip() or None, "teks", "Status Validasi")
_TEXTS = ListOf(_WORDS, or_one=True, some=True)


def _status(
    place: Place, result: Result, texts: tuple[str, ...], facts: tuple[tuple[Text, Text], ...] = ()
) -> StatusWords:
    return StatusWords(result, texts, tuple((code.value, value.value) for code, value in facts), place)


def _mapping(
    place: Place,
    code: str,
    name: str,
    columns: tuple[tuple[Text, tuple[str, ...]], ...],
    statuses: tuple[StatusWords, ...],
    segments: tuple[tuple[Text, tuple[str, ...]], ...] = (),
    note: str = "",
) -> tuple[AnswerMapping, tuple[Text, ...], Place]:
    made = AnswerMapping(
        code,
        name,
        {field.value: texts for field, texts in columns},
        statuses,
        {value.value: texts for value, texts in segments},
        note,
    )
    return made, tuple(field for field, _ in columns), place


_MAPPING = Fields(
    "pemetaan jawaban",
    _mapping,
    (
        Key("kode", _WORDS, "code", True, "nama pendek pemetaan ini", "bpjs"),
        Key("nama", _WORDS, "name", True, "berkas jawaban siapa", "Jawaban kantor cabang BPJS Ketenagakerjaan"),
        Key("catatan", _WORDS, "note", False, "seberapa pasti susunannya"),
        Key("kolom", Named(_TEXTS), "columns", True, f"kolom ({', '.join(COLUMNS)}) dengan judul yang mungkin"),
        Key(
            "status",
            ListOf(
                Fields(
                    "arti status",
                    _status,
                    (
                        Key("hasil", Choice("hasil", TOLD), "result", True, "arti status itu bagi sebuah baris"),
                        Key("teks", _TEXTS, "texts", True, "bunyi statusnya dalam jawaban"),
                        Key(
                            "fakta",
                            Named(Reference("nilai fakta, atau menurut_segmen", "tidak")),
                            "facts",
                            False,
                            "fakta yang menjadi pasti karenanya",
                        ),
                    ),
                ),
                some=True,
            ),
            "statuses",
            True,
            "bunyi status dan artinya",
        ),
        Key("segmen", Named(_TEXTS), "segments", False, "nilai fakta menurut kolom segmen"),
    ),
)


def presets() -> tuple[Path, ...]:
    """The mapping files that come with the program."""
    return tuple(sorted((data_folder("templates") / FOLDER).glob(f"{_PREFIX}*.yaml")))


def preset_codes() -> tuple[str, ...]:
    """The names the presets are asked for by."""
    return tuple(path.stem.removeprefix(_PREFIX) for path in presets())


def remembered(project: Path) -> tuple[Path, ...]:
    """The mapping files a project has kept."""
    return tuple(sorted((project / FOLDER).glob(f"{_PREFIX}*.yaml")))


def kept_path(project: Path, mapping: AnswerMapping) -> Path:
    """Where a project keeps a mapping; whatever its code says, it stays inside that folder."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in mapping.code.casefold())[:40]
    return project / FOLDER / f"{_PREFIX}{plain}.yaml"


def read_mapping(path: Path, vocabulary: Vocabulary, shown_as: str = "") -> AnswerMapping:
    """A mapping file.

    Raises:
        Refused: with everything wrong in it, facts that no rule knows included.
    """
    made, fields, place = read_shaped(path, shown_as or path.name, _MAPPING)
    problems = [*_column_problems(made, fields, place), *_fact_problems(made, vocabulary)]
    if problems:
        raise Refused(*problems)
    return replace(made, origin=shown_as or path.name)


def _column_problems(made: AnswerMapping, fields: Iterable[Text], place: Place) -> Iterator[Problem]:
    for field in fields:
        if field.value not in COLUMNS:
            yield UnknownKey(place=field.place, given=field.value, known=COLUMNS)
    missing = [name for name in ("status",) if name not in made.columns]
    if "nik" not in made.columns and not {"nama", "tanggal_lahir"} <= made.columns.keys():
        missing.append("nik")
    for name in missing:
        meaning = "kolom itu dalam jawaban; tanpa nik harus ada nama dan tanggal_lahir"
        yield MissingKey(place=place, where="kolom", key=name, meaning=meaning, example="[NIK, No. KTP]")


def _fact_problems(made: AnswerMapping, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = tuple(fact.code for fact in vocabulary.facts)
    for status in made.statuses:
        for code, value in status.facts:
            fact = vocabulary.fact(code)
            if fact is None:
                yield FactNotKnown(place=status.place, what="fakta", given=code, known=known)
                continue
            options = tuple(fact.options) if fact.kind is FactKind.CODE else ("ya", "tidak")
            told = made.segments if value == BY_SEGMENT else (value,)
            for one in told:
                if fact.kind in {FactKind.CODE, FactKind.YES_NO} and one not in options:
                    yield FactNotKnown(place=status.place, what=f"nilai {code}", given=one, known=options)


def answer_mapping_schema() -> dict[str, Any]:
    """The JSON Schema of a mapping file."""
    return _MAPPING.schema()
