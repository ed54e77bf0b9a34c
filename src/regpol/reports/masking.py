"""Text made safe to show: personal data masked, and nothing that a spreadsheet would run."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SHOWN_FIRST, _SHOWN_LAST = 6, 2


def mask_nik(nik: str) -> str:
    """The region and the last two digits; enough to find the row, not the person.

    >>> mask_nik("5271010101700012")
    '527101••••••••12'
    """
    if len(nik) <= _SHOWN_FIRST + _SHOWN_LAST:
        return "•" * len(nik)
    hidden = len(nik) - _SHOWN_FIRST - _SHOWN_LAST
    return nik[:_SHOWN_FIRST] + "•" * hidden + nik[-_SHOWN_LAST:]


def mask_name(name: str) -> str:
    """The first letter of each word; the dots do not tell how long the words are.

    >>> mask_name("Baiq Nurul H.")
    'B••• N••• H•••'
    """
    return " ".join(f"{word[0]}•••" for word in name.split())


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula; a lone dash stays what it is.

    >>> neutral("=HYPERLINK(1)"), neutral("Ketua RT"), neutral("-")
    ("'=HYPERLINK(1)", 'Ketua RT', '-')
    """
    risky = text.lstrip(" ").startswith(_FORMULA_STARTS) and text.strip() != "-"
    return f"'{text}" if risky else text
