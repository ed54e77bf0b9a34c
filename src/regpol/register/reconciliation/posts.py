"""The post in a cell, so that two lists can be compared: `KETUA RT 03/01`, `Ka. RT 3`, `Kaling III`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from regpol.register.categories import levelled
from regpol.register.unit_numbers import with_digits
from regpol.register.wording import words

_UNITS_FOLLOW = {"kelurahan", "kel", "desa", "kampung", "kecamatan", "kec", "distrik", "kota", "kabupaten"}
_HEADS = {"ketua", "kepala"}


@dataclass(frozen=True, slots=True)
class Post:
    """A post: what it is without numbers, its numbers, and what else names it."""

    kind: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """Whether a post was written at all."""
        return bool(self.kind)

    @property
    def seat(self) -> bool:
        """Whether one person at a time holds it: the head of something that has a number."""
        return bool(self.numbers) and self.kind.split()[0] in _HEADS

    def same_as(self, other: "Post") -> bool:
        """Whether both may be the same post; a number that only one of them gives does not tell them apart."""
        shared = min(len(self.numbers), len(other.numbers))
        return self.kind == other.kind and self.numbers[:shared] == other.numbers[:shared]


@lru_cache(maxsize=50_000)
def read_post(text: str) -> Post:
    """The post in a cell.

    >>> read_post("KETUA RT 03 RW 01") == read_post("Ka. R.T. 3/001") == read_post("Ketua RT.03 / RW.01")
    True
    >>> read_post("Ketua RT 5 Kel. 20 Ilir").numbers, read_post("Ketua RW 5").kind
    ((5,), 'ketua rw')
    """
    parts = levelled(words(re.sub(r"/\s*(?:rw)", " rw", text, flags=re.IGNORECASE)))
    cut = next((at for at, part in enumerate(parts) if at and part in _UNITS_FOLLOW), len(parts))
    parts = with_digits(parts[:cut])
    numbers = tuple(int(part) for part in parts if part.isdigit())[:2]
    named = tuple(part for part in parts if not part.isdigit())
    if "rt" in named and named[-1] == "rw":
        named = named[:-1]
    return Post(" ".join(named), numbers)
