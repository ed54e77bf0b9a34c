"""Pages about the rulebook laid out for a terminal of a hundred columns: labels at the left, addresses whole."""

import textwrap
from collections.abc import Iterable, Sequence

from regpol.reports.layout import heading

PAGE = 100
_LABEL = 15


def titled(text: str) -> str:
    """The heading of a page; a long one stands on several lines."""
    lines = textwrap.wrap(text, PAGE)
    return "\n".join([*lines[:-1], heading(lines[-1])]) if lines else ""


def labelled(rows: Iterable[tuple[str, str]]) -> str:
    """Label and text side by side; a row without a label goes on under the one before."""
    return "\n".join(line for label, text in rows for line in _labelled(label, text))


def _labelled(label: str, text: str) -> list[str]:
    wrapped = [line for part in text.split("\n") for line in folded(part, PAGE - _LABEL) or [""]]
    return [f"{label if number == 0 else '':<{_LABEL}}{line}".rstrip() for number, line in enumerate(wrapped)]


def folded(text: str, width: int) -> list[str]:
    """A text in lines; an address is never broken, for nobody could follow it."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def listed(lines: Iterable[str], indent: str = "  ") -> str:
    """A list with wrapped lines."""
    made = []
    for line in lines:
        first, *rest = folded(line, PAGE - len(indent) - 2) or [""]
        made += [f"{indent}- {first}", *(f"{indent}  {more}" for more in rest)]
    return "\n".join(made)


def section(title: str, body: str) -> str:
    """A part of a page, or nothing where there is nothing to say."""
    return f"{title}\n{body}" if body else ""


def page(parts: Iterable[str]) -> str:
    """The parts that say something, an empty line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"


def table(rows: Iterable[Sequence[str]], widths: Sequence[int], indent: str = "  ", numbers: Iterable[int] = ()) -> str:
    """Columns of these widths, the last one no wider than what is left; ``numbers`` are the columns of numbers.

    >>> print(table([("UU 3/2024", "8"), ("PP", "12")], (10, 3), "", numbers=[1]))
    UU 3/2024    8
    PP          12
    """
    left = PAGE - len(indent) - sum(width + 1 for width in widths[:-1])
    wide, right = (*widths[:-1], min(widths[-1], left)), set(numbers)
    lines = []
    for row in rows:
        cells = [folded(cell, width) or [""] for cell, width in zip(row, wide, strict=True)]
        for number in range(max(map(len, cells))):
            parts = (cell[number] if number < len(cell) else "" for cell in cells)
            aligned = (
                part.rjust(width) if column in right else part.ljust(width)
                for column, (part, width) in enumerate(zip(parts, wide, strict=True))
            )
            lines.append((indent + " ".join(aligned)).rstrip())
    return "\n".join(lines)
