"""The findings as one JSON document, and its schema."""

from collections.abc import Mapping
from typing import Any

from regpol.documents.lint.engine import suited
from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.registry import checks
from regpol.documents.lint.rule import Confidence, Rule
from regpol.documents.lint.text import LintText
from regpol.reports.json_shape import object_of
from regpol.reports.lint.text import counts, pages
from regpol.terms.problems.base import Severity

Json = dict[str, Any]


def lint_json(text: LintText, findings: tuple[Finding, ...], rules: Mapping[str, Rule]) -> Json:
    """Everything found."""
    return {
        "source": text.source,
        "form": text.form.value,
        "pages": pages(text),
        "articles": len(text.pasals),
        "fragment": text.fragment,
        "checked": len(suited(text, rules)),
        "counts": {str(severity): count for severity, count in counts(text.form, findings, rules).items()},
        "findings": [
            {
                "rule": finding.rule,
                "severity": str(rules[finding.rule].weight(text.form)),
                "address": finding.address,
                "line": finding.line,
                "found": finding.found,
                "better": finding.better,
            }
            for finding in findings
        ],
    }


def rules_json(rules: Mapping[str, Rule]) -> Json:
    """Every rule, and whether the program decides it."""
    decided = checks()
    return {
        "rules": [
            {
                "rule": name,
                "decided": name in decided,
                "severity": str(rule.severity),
                "evidence": rule.confidence.value,
                "applies_to": [form.value for form in rule.applies_to],
                "by_custom": [form.value for form in rule.by_custom],
                "checks": rule.checks,
                "why": rule.why,
                "example": rule.example,
                "better": rule.better,
                "reference": rule.source.words,
                "pages": list(rule.source.pages),
            }
            for name, rule in rules.items()
        ]
    }


def lint_schema() -> Json:
    """The JSON Schema of what was found."""
    text, number, severity = {"type": "string"}, {"type": "integer"}, {"enum": [str(it) for it in Severity]}
    finding = object_of(
        {"rule": text, "severity": severity, "address": text, "line": number, "found": text, "better": text}
    )
    return object_of(
        {
            "source": text,
            "form": {"enum": [form.value for form in PaperForm]},
            "pages": number,
            "articles": number,
            "fragment": {"type": "boolean"},
            "checked": number,
            "counts": object_of({str(it): number for it in Severity}),
            "findings": {"type": "array", "items": finding},
        }
    )


def lint_rules_schema() -> Json:
    """The JSON Schema of the list of rules."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    rule = object_of(
        {
            "rule": text,
            "decided": {"type": "boolean"},
            "severity": {"enum": [str(it) for it in Severity]},
            "evidence": {"enum": [it.value for it in Confidence]},
            "applies_to": texts,
            "by_custom": texts,
            **dict.fromkeys(("checks", "why", "example", "better", "reference"), text),
            "pages": texts,
        }
    )
    return object_of({"rules": {"type": "array", "items": rule}})
