"""How a paper looks on the page, as far as a rule asks: the letter, the sheet, the number of the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What most of the text is set in, and the sheet it is set on."""

    font: str
    """The typeface that carries most letters; '' if the file does not say."""
    half_points: int
    """Its size in half points, as Word counts: 24 is twelve points."""
    width: int
    """Of the sheet, in millimetres; 0 if the file does not say."""
    height: int
    numbered_above: bool
    """Whether the head of the pages carries their number."""
    first_numbered: bool
    """Whether the first page carries one there too."""
