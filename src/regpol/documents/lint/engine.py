"""Runs the checks that suit a paper."""

from collections.abc import Mapping

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.registry import checks
from regpol.documents.lint.rule import Rule
from regpol.documents.lint.text import LintText


def lint(text: LintText, rules: Mapping[str, Rule], only: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Everything found, in the order of the text and then of the rules.

    ``only`` names the rules to run; without it all that apply to the form of the paper are run.
    """
    found: list[Finding] = []
    for name, function in checks().items():
        rule = rules.get(name)
        if rule is not None and text.form in rule.applies_to and (not only or name in only):
            found += function(text)
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: (finding.line, finding.rule)))
