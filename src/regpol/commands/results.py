"""Where a verb writes: a form it can write, and over none of the files it reads, told before any work is done."""

from collections.abc import Collection, Mapping
from pathlib import Path


def check_form(path: Path | None, endings: Collection[str]) -> None:
    """Refuses a file whose ending no writer has.

    Raises:
        Refused: with the endings there are.
    """
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import UnknownChoice

    if path is not None and path.suffix.lower() not in endings:
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis berkas", given=path.suffix, known=tuple(endings)))


def check_overwrites(path: Path | None, taken: Mapping[Path, str], *, suggested: str, option: str = "-o") -> None:
    """Refuses to write over a file, told as what it is ("register itu sendiri").

    ``suggested`` is added to the name in the example.

    Raises:
        Refused: if the result would be one of the files ``taken``.
    """
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption

    if path is None:
        return
    over = next((what for one, what in taken.items() if one.resolve() == path.resolve()), None)
    if over:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"{option} {path} akan menimpa {over}",
                meaning="berkas hasil yang lain dari berkas yang dibaca",
                example=f"{option} {path.with_stem(f'{path.stem}-{suggested}')}",
            )
        )
