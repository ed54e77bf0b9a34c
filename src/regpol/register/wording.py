"""Words as people type them, brought to one form so that they can be compared.

Only spelling is levelled here (case, dots, dashes, `RT03`); what a word stands for is the business
of whoever compares.
"""

import difflib
import re
import unicodedata
from collections.abc import Collection, Sequence

_INITIALS = re.compile(r"\b[a-z](?:\.[a-z])+\b\.?")
_PIECES = re.compile(r"[^\W\d_]+|\d+|/")
_MARKS = re.compile(r"[\u0300-\u036f'’‘`]")


def words(text: str, *, keep_slash: bool = False) -> tuple[str, ...]:
    """The words of a text in lower case, letters and digits apart.

    >>> words("Ketua R.T.03 – Kel. Sayang-Sayang")
    ('ketua', 'rt', '03', 'kel', 'sayang', 'sayang')
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", plain)
    return tuple(piece for piece in _PIECES.findall(plain) if keep_slash or piece != "/")


def position(part: Sequence[str], whole: Sequence[str]) -> int:
    """Where the words of ``part`` stand together in ``whole``, or -1.

    >>> position(("ketua", "rt"), ("bapak", "ketua", "rt", "03"))
    1
    """
    size = len(part)
    spots = range(len(whole) - size + 1)
    return next((at for at in spots if tuple(whole[at : at + size]) == tuple(part)), -1)


def nearest_word(word: str, known: Collection[str]) -> str | None:
    """The one known word this is a misspelling of; short words are never guessed (RT is not RW).

    >>> nearest_word("posyndu", {"posyandu", "kader"}), nearest_word("rq", {"rt", "rw"})
    ('posyandu', None)
    """
    if word in known or len(word) < 5 or word.isdigit():
        return None
    near = difflib.get_close_matches(word, [k for k in known if len(k) >= 5], n=2, cutoff=0.8)
    return near[0] if len(near) == 1 else None
