"""``regpol lint``: a paper, ours or anybody's, against the drafting technique."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regpol.documents.lint.forms import PaperForm
    from regpol.documents.lint.rule import Rule
    from regpol.documents.lint.text import LintText

_EXPLAIN = "explain"


def lint(
    file: Annotated[
        str,
        typer.Argument(help="Naskah .docx, .txt, atau .md; atau kata explain.", metavar="[BERKAS]", show_default=False),
    ] = "",
    code: Annotated[
        str,
        typer.Argument(help="Sesudah explain: nomor aturan, misalnya DR-022.", metavar="[ATURAN]", show_default=False),
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Salinan .docx dengan temuan sebagai komentar Word.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--form", help="Bentuk naskah, misalnya perkada; bila kosong dibaca dari judulnya.")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", help="Hanya aturan ini, misalnya DR-022; boleh berulang.")
    ] = None,
    list_rules: Annotated[bool, typer.Option("--list", help="Daftar aturan.")] = False,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Periksa naskah terhadap teknik penyusunan: dengan tempat, alasan, dan perbaikannya."""
    from regpol.documents.lint.rule import read_rules

    rules = read_rules(shell.data_folder("rules") / "teknik")
    if list_rules:
        return _list(rules, as_json=as_json)
    if file == _EXPLAIN:
        return _explain(code, rules)
    return _check(_named(file), output, _form(form), _chosen(rule or [], rules), rules, as_json=as_json)


def _check(
    path: Path,
    output: Path | None,
    form: "PaperForm | None",
    only: tuple[str, ...],
    rules: "Mapping[str, Rule]",
    *,
    as_json: bool,
) -> int:
    from regpol.documents.lint import engine
    from regpol.documents.lint.from_file import read_paper
    from regpol.reports.lint.document import lint_json
    from regpol.reports.lint.text import counts, lint_text
    from regpol.terms.problems.base import Severity

    copy = _copy(output, path) if output else None
    text = _looked_up(read_paper(path, form))
    findings = engine.lint(text, rules, only)
    if copy is not None:
        from regpol.reports.lint.comments import commented
        from regpol.reports.safe_file import replace_file

        moment = f"{shell.today().isoformat()}T00:00:00Z"
        replace_file(copy, commented(path, text, findings, rules, moment))
        shell.say(f"{copy}: salinan dengan {len(findings)} komentar")
    if as_json:
        shell.show_json(lint_json(text, findings, rules))
    else:
        shell.show(lint_text(text, findings, rules))
    found = counts(text.form, findings, rules)
    unchecked = not engine.suited(text, rules, only)
    return shell.ATTENTION if unchecked or found[Severity.ERROR] or found[Severity.WARNING] else shell.DONE


def _looked_up(text: "LintText") -> "LintText":
    """The paper with what the rulebook knows of amendments; a paper without legal bases needs none."""
    if not text.form.regulation and text.form.value != "keputusan":
        return text
    from dataclasses import replace

    from regpol.documents.lint.amendments import amendments

    return replace(text, amendments=amendments(shell.rulebook(), shell.today())) if text.citations else text


def _list(rules: "Mapping[str, Rule]", *, as_json: bool) -> int:
    from regpol.reports.lint.document import rules_json
    from regpol.reports.lint.text import rule_list

    if as_json:
        shell.show_json(rules_json(rules))
    else:
        shell.show(rule_list(rules))
    return shell.DONE


def _explain(code: str, rules: "Mapping[str, Rule]") -> int:
    from regpol.reports.lint.text import rule_page

    name = _chosen([code], rules)[0]
    shell.show(rule_page(name, rules[name]))
    return shell.DONE


def _named(file: str) -> Path:
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption

    if file:
        return Path(file)
    meaning = "berkas .docx, .txt, atau .md; atau --list, atau explain ATURAN"
    example = "regpol lint rancangan.docx"
    raise Refused(BadOption(place=NOWHERE, trouble="naskah belum disebut", meaning=meaning, example=example))


def _form(form: str | None) -> "PaperForm | None":
    from regpol.documents.lint.forms import PaperForm
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import UnknownChoice

    known = tuple(it.value for it in PaperForm)
    if form is None:
        return None
    if form not in known:
        raise Refused(UnknownChoice(place=NOWHERE, what="bentuk naskah", given=form, known=known))
    return PaperForm(form)


def _chosen(names: list[str], rules: "Mapping[str, Rule]") -> tuple[str, ...]:
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import UnknownChoice

    wanted = tuple(name.upper() for name in names)
    unknown = [name for name in wanted if name not in rules]
    if unknown:
        raise Refused(
            *(UnknownChoice(place=NOWHERE, what="aturan", given=name, known=tuple(rules)) for name in unknown)
        )
    return wanted


def _copy(output: Path, source: Path) -> Path:
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption

    own = output.resolve() == source.resolve()
    if not own and output.suffix.lower() == ".docx":
        return output
    trouble = "salinan akan menimpa naskahnya sendiri" if own else f"-o “{output.name}”"
    example = "regpol lint rancangan.docx -o rancangan-diperiksa.docx"
    raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning="nama lain berakhiran .docx", example=example))
