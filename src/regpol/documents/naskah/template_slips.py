"""Tells a drafter in plain words what is wrong with a template, and finds what Jinja takes for plain text.

Jinja speaks English and to programmers; and what it does not know as a command, a brace too few or a mark with
a comma for its point, it prints. Both would leave a lawyer alone with a paper that is quietly wrong.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import Environment, nodes

from regpol.documents.naskah.facts import unmark
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.templates import SingleBrace, TemplateSyntax, UnknownMark

_COMMANDS = ("if", "elif", "else", "endif", "for", "endfor", "set", "include")
_CLOSERS = {"endif": "if", "endfor": "for", "else": "if", "elif": "if"}
_OPENED = re.compile(r"\{%-?\s*(if|for|endif|endfor)\b")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_SINGLE = re.compile(r"(?<!\{)\{(?![{%#])[^{}]*\}?|(?<![}%#])\}(?!\})")
_LEADS = re.compile(r"\[(?:dan|atau|dan/atau|kalimat)\]\s*(?:\^\[[^\]]*\]\s*)*$")
_MARKED = re.compile(r"(?:[a-z]{1,2}|\d{1,3})[.)]\s|\||>>|“|\{\{|(?:BAB|Bagian|Paragraf|Pasal|\(\d)")
_SLIPPED = re.compile(
    r"(?:[a-z]|\d{1,2}),\s|\([a-z]\)\s|[-–•*]\s|(?:[a-z]|\d{1,2})[.)](?=[A-Za-z])|\(\d+\)(?=[A-Za-z])"
    r"|(?:pasal|bab|bagian|PASAL)\s*(?:#[\w-]+\s*)?$|(?:Pasal|BAB)\.\s*$"
)
_SILENT = re.compile(r"//|\{%(?!-?\s*include)|\{#|Penjelasan:")


def syntax(message: str, line: int, source: str) -> tuple[str, int]:
    """What Jinja found wrong, said in Indonesian, and the line to look at.

    >>> syntax("expected token 'end of statement block', got '='", 3, "")
    ('satu tanda “=”; untuk membandingkan tulis “==”', 3)
    """
    if message.startswith("Unexpected end of template") or "expected token 'end of comment'" in message:
        return _unclosed(source, line)
    if found := re.search(r"unknown tag '(\w+)'", message):
        return _unknown_tag(found[1]), line
    if found := re.search(r"got '(.+)'", message):
        if found[1] == "=":
            return "satu tanda “=”; untuk membandingkan tulis “==”", line
        return f"perintah belum lengkap atau belum ditutup “%}}” atau “}}}}” sebelum “{found[1]}”", line
    if found := re.search(r"unexpected char '(.)'", message):
        if found[1] in "“”‘’":
            return f'tanda kutip melengkung {found[1]} di dalam perintah; pakai kutip lurus: "…"', line
        return f"tanda “{found[1]}” tidak dikenal di dalam perintah", line
    if re.search(r"unexpected '[})\]]'", message):
        return "kurung tidak berpasangan; isi ditulis “{{ … }}”, perintah “{% … %}”", line
    return f"tidak dapat dibaca sebagai templat ({message})", line


def _unclosed(source: str, line: int) -> tuple[str, int]:
    waiting: list[tuple[str, int]] = []
    for found in _OPENED.finditer(_COMMENT.sub(_blank, source)):
        word, at = found[1], source.count("\n", 0, found.start()) + 1
        if not word.startswith("end"):
            waiting.append((word, at))
        elif waiting:
            waiting.pop()
    if not waiting:
        return "perintah atau catatan yang dibuka belum ditutup sampai akhir berkas", line
    word, at = waiting[-1]
    return f"“{{% {word} … %}}” pada baris ini tidak ditutup dengan “{{% end{word} %}}”", at


def _blank(found: re.Match[str]) -> str:
    """A comment made empty, as long as it was."""
    return re.sub(r"[^\n]", " ", found[0])


def _unknown_tag(word: str) -> str:
    if word in _CLOSERS:
        return f"“{{% {word} %}}” tanpa “{{% {_CLOSERS[word]} … %}}” di atasnya"
    near = "elif" if word in {"elseif", "elsif"} else next(iter(get_close_matches(word, _COMMANDS, 1)), "")
    meant = f" (maksudnya “{near}”?)" if near else ""
    return f"perintah “{word}” tidak dikenal{meant}; yang ada: {', '.join(_COMMANDS)}"


def unknown_filters(tree: nodes.Template, room: Environment, place: Place) -> Iterator[Problem]:
    """Filters nobody knows, before the template is run."""
    for found in tree.find_all(nodes.Filter):
        if found.name not in room.filters:
            near = next(iter(get_close_matches(found.name, room.filters, 1)), "")
            meant = f" (maksudnya “{near}”?)" if near else ""
            detail = f"saringan “{found.name}” tidak dikenal{meant}"
            yield TemplateSyntax(place=Place(place.file, found.lineno), detail=detail)


def included_at(tree: nodes.Template) -> dict[str, int]:
    """The line on which each template is included."""
    every = ((it.template, it.lineno) for it in tree.find_all(nodes.Include))
    return {str(named.value): line for named, line in every if isinstance(named, nodes.Const)}


def slips(source: str, place: Place) -> Iterator[Problem]:
    """What would be printed though it was meant as a command or as a mark."""
    lists = False
    for number, raw in enumerate(_COMMENT.sub(_blank, source).split("\n"), 1):
        written = unmark(raw)[0]
        line, spot = written.strip(), Place(place.file, number)
        if not line or line.startswith("//"):
            lists = lists and bool(line)  # below an empty line something else may begin
            continue
        if found := _SINGLE.search(written):
            yield SingleBrace(place=spot, text=found[0])
        if _SILENT.match(line):
            continue
        if _SLIPPED.match(line) or (lists and not _MARKED.match(line) and not line.startswith("{%")):
            yield UnknownMark(place=spot, text=line[:40])
        lists = bool(_LEADS.search(line))
