"""Fills a template with a brief and reads the result into a draft.

Templates run in Jinja's immutable sandbox with strict names: they read one object, ``brief``, and can
neither change it nor reach anything else. Problems found before running (syntax, names, missing files)
are reported together for the template and all it includes; then all problems of structure together.
"""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, meta, nodes
from jinja2 import exceptions as jinja

from regpol.documents.brief.paper import Filled
from regpol.documents.naskah.assemble import assemble, read_lines
from regpol.documents.naskah.facts import clean, printed, unmark
from regpol.documents.naskah.origin import Origin, Outline, Printed, outline_of
from regpol.documents.naskah.sandbox import UnknownNameError, environment, template_line
from regpol.documents.naskah.sections import Line, cut
from regpol.documents.naskah.template_slips import included_at, slips, syntax, unknown_filters
from regpol.documents.naskah.tree import Draft
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.templates import TemplateFailed, TemplateNotFound, TemplateSyntax, UnknownName

STYLESHEET = Path("layout") / "naskah.css"
_FOLDERS, _TEMPLATES = 4, 80
"""What is held ready at most: folders of templates, and templates of them."""
_NO_OUTLINE = Outline((), {}, {})
_LABELS = re.compile(
    r"(?m)^\s*(?:BAB|Bagian|Paragraf|Pasal(?:\s+\d+)?|Lampiran|\(\d+\)|[a-z]{1,2}[.)]|\d+[.)])\s+#([a-z][a-z0-9_-]*)"
)


def draft(template: str, brief: Filled, templates: Path, *, first_annex: int = 0) -> Draft:
    """The draft a template makes of a brief; raises `Refused` with every DOC problem found.

    ``first_annex`` is the number of its first annex in a series it shares with other papers; 0 for its own series.
    """
    sources = _read(templates, template, _state(templates))
    text = sources.fill(template, brief)
    problems: list[Problem] = []
    lines = read_lines([sources.locate(line, template) for line in text.split("\n")])
    sheet = cut([line for line in lines if clean(line.text).strip()], sources.place(template), problems)
    made = assemble(replace(sheet, first_annex=first_annex), brief, sources.labels, problems, sources.stylesheet)
    if problems:
        raise Refused(*sorted(problems, key=lambda problem: (problem.place, problem.code)))
    return made


State = tuple[tuple[str, int, int, int], ...]
"""Every file of a templates folder with what changes when it is written to."""


def _state(templates: Path) -> State:
    found = ((path.as_posix(), path.stat()) for path in templates.rglob("*") if path.suffix in {".j2", ".css"})
    return tuple(sorted((name, it.st_mtime_ns, it.st_size, it.st_ino) for name, it in found))


@lru_cache(maxsize=_TEMPLATES)
def _read(templates: Path, template: str, state: State) -> "Sources":
    """A template with all it includes, checked once for all papers made of it until a file changes."""
    return Sources(templates, template, _room(templates, state))


@lru_cache(maxsize=_FOLDERS)
def _room(templates: Path, _state: State) -> Environment:
    return environment(templates)


class Sources:
    """A template and the files of its folder that it includes; raises `Refused` as `draft` does."""

    def __init__(self, templates: Path, template: str, room: Environment) -> None:
        self.folder = templates
        self.environment = room
        self.outlines: dict[str, Outline] = {}
        self.included: dict[str, tuple[str, ...]] = {}
        self.labels = self._check(template)
        sheet = templates / STYLESHEET
        self.stylesheet = sheet.read_text(encoding="utf-8") if sheet.is_file() else ""
        """The layout that HTML and PDF share; empty if the folder has none."""

    @property
    def _loader(self) -> BaseLoader:
        assert self.environment.loader is not None
        return self.environment.loader

    def place(self, template: str, line: int = 0) -> Place:
        """A spot in a template, as the drafter finds the file."""
        return Place((self.folder / template).as_posix(), line)

    def locate(self, line: str, template: str) -> Line:
        """A filled line without its marks, where it was written and what it prints."""
        words, name, number = unmark(line)
        name = name or template
        facts = tuple(Printed(self._outline(name).full(told), value) for told, value in printed(line))
        return Line(words, self.place(name, number), Origin(name, number, self._conditions(name, number), facts))

    def _conditions(self, name: str, number: int) -> tuple[str, ...]:
        outline = self._outline(name)
        return tuple(outline.full(it) for it in (*self.included.get(name, ()), *outline.under(number)))

    def _outline(self, name: str) -> Outline:
        return self.outlines.get(name) or _NO_OUTLINE

    def _check(self, template: str) -> frozenset[str]:
        """Parses the template and all it includes; gives the labels they write."""
        problems: list[Problem] = []
        labels: set[str] = set()
        waiting, seen = [(template, self.place(template))], set()
        while waiting:
            name, asked = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            source = ""
            try:
                source, _, _ = self._loader.get_source(self.environment, name)
                tree = self.environment.parse(source, name)
            except jinja.TemplateNotFound as problem:
                problems.append(self._not_found(problem, asked))
            except jinja.TemplateSyntaxError as problem:
                detail, line = syntax(str(problem.message), problem.lineno, source)
                problems.append(TemplateSyntax(place=self.place(name, line), detail=detail))
            else:
                labels.update(_LABELS.findall(source))
                self._file(name, source)
                # Jinja cannot look through names behind a filter it does not know
                strange = [*unknown_filters(tree, self.environment, self.place(name))]
                problems.extend(strange or self._strange_names(tree, name))
                problems.extend(slips(source, self.place(name)))
                lines = included_at(tree)
                every = [it for it in meta.find_referenced_templates(tree) if it]
                waiting += [(included, self.place(name, lines.get(included, 0))) for included in every]
        if problems:
            raise Refused(*sorted(problems, key=lambda problem: (problem.place, problem.code)))
        return frozenset(labels)

    def _file(self, name: str, source: str) -> None:
        outline = self.outlines[name] = outline_of(source)
        for other, under in outline.included.items():
            self.included.setdefault(other, (*self.included.get(name, ()), *map(outline.full, under)))

    def fill(self, template: str, brief: Filled) -> str:
        """The filled template, line marks included."""
        try:
            return self.environment.get_template(template).render(brief=brief)
        except jinja.TemplateNotFound as problem:
            raise Refused(self._not_found(problem, self._failed_at(problem, template))) from problem
        except UnknownNameError as problem:
            at = self._failed_at(problem, template)
            raise Refused(UnknownName(place=at, given=problem.given, known=problem.known)) from problem
        except Exception as problem:  # whatever a template does wrong is the template's problem, never a traceback
            at = self._failed_at(problem, template)
            raise Refused(TemplateFailed(place=at, detail=f"{type(problem).__name__}: {problem}")) from problem

    def _failed_at(self, problem: Exception, template: str) -> Place:
        name, line = template_line(problem, self.folder) or (template, 0)
        return self.place(name, line)

    def _not_found(self, problem: jinja.TemplateNotFound, asked: Place) -> TemplateNotFound:
        known = tuple(name for name in self._loader.list_templates() if name.endswith(".j2"))
        return TemplateNotFound(place=asked, given=str(problem.name), known=known)

    def _strange_names(self, tree: nodes.Template, name: str) -> list[Problem]:
        strange = meta.find_undeclared_variables(tree) - {"brief"}
        return [
            UnknownName(place=self.place(name, found.lineno), given=found.name, known=("brief",))
            for found in tree.find_all(nodes.Name)
            if found.name in strange and found.ctx == "load"
        ]
