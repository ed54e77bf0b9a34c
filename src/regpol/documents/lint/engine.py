"""Runs the checks that suit a paper."""

from collections.abc import Mapping

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.registry import checks
from regpol.documents.lint.rule import Rule
from regpol.documents.lint.text import LintText


def suited(text: LintText, rules: Mapping[str, Rule], only: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The rules that are checked on a paper of this form; none means that nothing is said of the paper.

    ``only`` names the rules to run; without it all that apply to the form of the paper are run.
    """
    named = (name for name in checks() if name in rules and (not only or name in only))
    held = () if not text.fragment else whole_only(text, rules)
    return tuple(name for name in named if text.form in rules[name].forms and name not in held)


def whole_only(text: LintText, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """The rules that would be checked on a whole paper of this form and stay silent on a passage."""
    return tuple(name for name in checks() if name in rules and rules[name].of_whole and text.form in rules[name].forms)


def lint(text: LintText, rules: Mapping[str, Rule], only: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Everything found by the suited rules, in the order of the text and then of the rules."""
    functions = checks()
    found = [finding for name in suited(text, rules, only) for finding in functions[name](text)]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: (finding.line, finding.rule)))
