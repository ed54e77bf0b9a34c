"""The work behind ``register validate``: which mapping fits an answer, and the answer put into the register."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regpol.commands.opening import rulebook_for
from regpol.commands.register.mapping import mapping_for
from regpol.commands.register.question import vocabulary_of
from regpol.commands.results import check_form, check_overwrites
from regpol.law.model import Rulebook
from regpol.project import answer_mapping
from regpol.project.project import FILE as PROJECT_FILE
from regpol.project.project import open_project
from regpol.register.validation.answer_rows import AnswerFile, read_answer
from regpol.register.validation.judging import read_register, validate
from regpol.register.validation.mapping import AnswerMapping
from regpol.register.validation.outcome import Validation
from regpol.register.validation.status_words import Statuses
from regpol.register.vocabulary import Vocabulary
from regpol.reports.safe_file import replace_file
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, UnknownChoice
from regpol.terms.problems.register_answers import AnswerWithoutKey, MappingUnclear, SameFileTwice


@dataclass(frozen=True)
class Chosen:
    """A mapping, the file it stands in, and the answer as it reads it; None where it only has to be saved."""

    mapping: AnswerMapping
    path: Path
    answer: AnswerFile | None
    book: Rulebook

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts a register may hold."""
        return vocabulary_of(self.book)

    def kept(self, project: Path) -> Path:
        """Where a project keeps it."""
        return answer_mapping.kept_path(project, self.mapping)

    def remember(self, project: Path) -> bool:
        """Keeps a mapping of the user's own with the project; whether anything changed."""
        target = self.kept(project)
        if self.path in answer_mapping.presets() or self.path.resolve() == target.resolve():
            return False
        content = self.path.read_bytes()
        if target.is_file() and target.read_bytes() == content:
            return False
        target.parent.mkdir(exist_ok=True)
        replace_file(target, content)
        return True


def check_files(file: Path, answer: Path, output: Path | None, *, suggested: str) -> None:
    """Two different files, and a result that overwrites neither.

    Raises:
        Refused: if not.
    """
    if file.resolve() == answer.resolve():
        raise Refused(SameFileTwice(place=Place(str(answer))))
    check_form(output, (".xlsx",))
    check_overwrites(output, dict.fromkeys((file, answer), "berkas yang dibaca"), suggested=suggested)


def choose_mapping(asked: str | None, answer: Path, project: Path | None, on: date, *, fitting: bool) -> Chosen:
    """The mapping asked for, or the one that fits: first those the project remembers, then the presets.

    Raises:
        Refused: if none fits, several do, or the one asked for does not.
    """
    book = rulebook_for(None)
    vocabulary = vocabulary_of(book)
    if asked:
        path = _named(asked, project)
        mapping = answer_mapping.read_mapping(path, vocabulary, str(path))
        return Chosen(mapping, path, read_answer(answer, mapping, on) if fitting else None, book)
    for paths in (answer_mapping.remembered(project) if project else (), answer_mapping.presets()):
        found = _best(paths, answer, on, book)
        if found:
            return found
    raise Refused(
        MappingUnclear(
            place=Place(str(answer)),
            trouble="tidak satu pun pemetaan cocok dengan kolom berkas ini",
            known=answer_mapping.preset_codes(),
        )
    )


def _named(asked: str, project: Path | None) -> Path:
    """The file of a mapping; a preset goes by its name, unless the project remembers its own of that name."""
    kept = {path.stem: path for path in answer_mapping.remembered(project)} if project else {}
    named = {path.stem: path for path in answer_mapping.presets()} | kept
    path = named.get(f"jawaban-{asked}") or Path(asked)
    if path.is_file():
        return path
    known = (*answer_mapping.preset_codes(), "berkas YAML")
    raise Refused(UnknownChoice(place=NOWHERE, what="pemetaan", given=asked, known=known))


def _best(paths: Iterable[Path], answer: Path, on: date, book: Rulebook) -> Chosen | None:
    """The mapping that fits the columns and knows most of the statuses."""
    vocabulary = vocabulary_of(book)
    fit: list[tuple[int, Chosen]] = []
    for path in paths:
        mapping = answer_mapping.read_mapping(path, vocabulary, path.name)
        try:
            read = read_answer(answer, mapping, on)
        except Refused as refused:
            if not all(isinstance(problem, AnswerWithoutKey) for problem in refused.problems):
                raise
            continue
        statuses = Statuses(mapping)
        known = sum(statuses.read(row.status) is not None for row in read.rows)
        fit.append((known, Chosen(mapping, path, read, book)))
    if not fit:
        return None
    most = max(known for known, _ in fit)
    best = [chosen for known, chosen in fit if known == most]
    if len(best) > 1:
        codes = ", ".join(one.mapping.code for one in best)
        trouble = f"beberapa pemetaan sama cocoknya: {codes}"
        known_codes = tuple(one.mapping.code for one in best)
        raise Refused(MappingUnclear(place=Place(str(answer)), trouble=trouble, known=known_codes))
    return best[0]


def run(file: Path, chosen: Chosen, on: date, project: Path | None = None, columns: Path | None = None) -> Validation:
    """The register with the answer in it.

    Raises:
        Refused: if the register cannot be read, or the answer is of another one.
    """
    if chosen.answer is None:
        raise AssertionError("a mapping that was only to be saved has no answer")
    told = mapping_for(file, columns, open_project(project) if project else None, chosen.book)
    sheets = read_register(file, chosen.vocabulary, by_nik=chosen.answer.by_nik, mapping=told)
    return validate(sheets, chosen.answer, chosen.mapping, chosen.vocabulary, on)


def save(path: Path, target: Path) -> None:
    """A copy of a mapping file to edit.

    Raises:
        Refused: if something stands there, or it cannot be written.
    """
    if target.exists() or target.name == PROJECT_FILE:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"{target} sudah ada",
                meaning="berkas yang belum ada",
                example="--save-answer-mapping pemetaan-bpjs.yaml",
            )
        )
    replace_file(target, path.read_bytes())
