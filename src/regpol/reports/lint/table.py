"""The table of rules in the guide, made from the rules themselves."""

from collections.abc import Mapping

from regpol.documents.lint.registry import checks
from regpol.documents.lint.rule import Rule


def rules_table(rules: Mapping[str, Rule]) -> str:
    """A Markdown table, a rule on a line, and how many of them are decided."""
    decided = checks()
    rows = [
        f"| {name} | {_cell(rule.checks)} | {rule.severity.word if name in decided else 'belum diperiksa otomatis'} "
        f"| {rule.confidence} | {_forms(rule)} |"
        for name, rule in rules.items()
    ]
    head = "| Aturan | Yang diperiksa | Bobot | Bukti | Berlaku untuk |\n| --- | --- | --- | --- | --- |"
    told = f"{sum(name in decided for name in rules)} dari {len(rules)} aturan diperiksa otomatis."
    return "\n".join([told, "", head, *rows])


def _forms(rule: Rule) -> str:
    bound = ", ".join(form.value for form in rule.applies_to)
    custom = ", ".join(form.value for form in rule.by_custom)
    return f"{bound}; kebiasaan: {custom}" if custom else bound


def _cell(text: str) -> str:
    return text.replace("|", "/").replace("<", "‹").replace(">", "›")
