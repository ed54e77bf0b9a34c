"""Makes a packet and reads its numbers back before anyone may see it: a packet that does not agree is not made."""

from pathlib import Path

from regpol.packet.building import UnitWork, build
from regpol.receipt.reconciling import numbers
from regpol.receipt.reconciling.checking import Mismatch, check
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.receipts import NumberDisagrees

_SHOWN = 20


def build_proved(work: UnitWork, folder: Path) -> int:
    """Writes the packet of a unit into an empty folder and proves its numbers; returns the pages of the merged PDF.

    Raises:
        Refused: with every problem of the templates, or every number that does not agree.
        OSError: if the disk does not take it.
    """
    pages = build(work, folder)
    found = check(folder, numbers.read(folder / numbers.NAME))
    if found:
        raise Refused(*(disagreement(work.folder, one) for one in found[:_SHOWN]))
    return pages


def disagreement(name: str, one: Mismatch) -> NumberDisagrees:
    """A mismatch as the problem that stops a build; ``name`` is the packet's folder."""
    return NumberDisagrees(place=Place(f"{name}/{one.where}"), way=str(one.way), held=one.found, wanted=one.expected)
