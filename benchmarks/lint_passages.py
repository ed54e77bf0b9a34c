"""How many errors and warnings a page lint finds in passages of real law: ``lint_passages.py FOLDER [FORM]``.

Regulations in force were drafted and checked by people who know the technique, so most of what is found in
them is lint's own mistake. The passages are not kept here: point it at a folder of .txt, .md or .docx files.
"""

import sys
from collections import Counter
from pathlib import Path

from regpol.documents.lint.engine import lint
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.rule import read_rules
from regpol.reports.lint.text import pages
from regpol.terms.problems.base import Severity

ROOT = Path(__file__).parents[1]


def measure(folder: Path, form: PaperForm) -> None:
    """Prints what was found by rule, and by the page."""
    rules = read_rules(ROOT / "rules" / "teknik")
    read, found = 0, Counter[tuple[str, Severity]]()
    for path in sorted(folder.iterdir()):
        text = read_paper(path, form)
        read += pages(text)
        for finding in lint(text, rules):
            found[finding.rule, rules[finding.rule].weight(form)] += 1
            print(f"{path.name}: {finding.rule} {finding.address}: {finding.found}")
    for severity in Severity:
        count = sum(number for (_, weight), number in found.items() if weight is severity)
        print(f"{severity.word}: {count}, {count / max(read, 1):.2f} per halaman ({read} halaman)")


if __name__ == "__main__":
    measure(Path(sys.argv[1]), PaperForm(sys.argv[2]) if len(sys.argv) > 2 else PaperForm.HEAD)
