"""Plain text laid out for a terminal: headings, aligned columns, wrapped cells. No colours, no library."""

import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 110


def heading(text: str, line: str = "─") -> str:
    """A heading with a line under it."""
    return f"{text}\n{line * min(len(text), WIDTH)}"


def columns(rows: Iterable[Sequence[str]], widths: Sequence[int], indent: str = "  ") -> str:
    """Rows as aligned columns; a cell that is too long wraps under itself.

    The last column takes what is left of the width.

    >>> print(columns([("JKK", "wajib sekali")], (4, 6), ""))
    JKK  wajib
         sekali
    """
    last = max(WIDTH - len(indent) - sum(width + 1 for width in widths[:-1]), 24) if len(widths) > 1 else WIDTH
    wide = (*widths[:-1], min(widths[-1], last) if widths[-1] else last)
    lines = []
    for row in rows:
        cells = [_wrapped(cell, width) for cell, width in zip(row, wide, strict=True)]
        for number in range(max(len(cell) for cell in cells)):
            parts = [
                (cell[number] if number < len(cell) else "").ljust(width)
                for cell, width in zip(cells, wide, strict=True)
            ]
            lines.append((indent + " ".join(parts)).rstrip())
    return "\n".join(lines)


def _wrapped(cell: str, width: int) -> list[str]:
    lines = [
        piece for line in cell.split("\n") for piece in (textwrap.wrap(line, width, break_on_hyphens=False) or [""])
    ]
    return lines or [""]


def bullets(lines: Iterable[str], indent: str = "  ") -> str:
    """A list with wrapped lines."""
    hanging = indent + "  "
    return "\n".join(
        textwrap.fill(line, WIDTH, initial_indent=f"{indent}- ", subsequent_indent=hanging, break_on_hyphens=False)
        for line in lines
    )


def wrapped(line: str, indent: str = "  ") -> str:
    """One line of running text, wrapped under its own indent."""
    return textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
