"""The password of a locked zip: typed unseen, or taken from the environment or a file; never from the command line."""

import getpass
import os
from pathlib import Path

from regpol.commands import shell
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.packets import PasswordUnfit

VARIABLE = "REGPOL_SANDI"
_LEAST = 8


def password_of(*, asked: bool, file: Path | None) -> str:
    """The password, empty where none is wanted.

    Raises:
        Refused: if it is too short, cannot be read, or was typed in two ways.
    """
    if file is not None:
        return _fit(_from_file(file), Place(file.name))
    if not asked:
        return ""
    if VARIABLE in os.environ:
        return _fit(os.environ[VARIABLE], Place(VARIABLE))
    if not shell.watched_by_someone():
        raise _unfit(f"tidak ada layar untuk ditanya, dan {VARIABLE} kosong")
    typed = getpass.getpass("Kata sandi zip (tidak tampak): ")
    if typed != getpass.getpass("Sekali lagi: "):
        raise _unfit("dua ketikan itu berbeda")
    return _fit(typed, NOWHERE)


def _from_file(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise _unfit("berkas kata sandi tidak terbaca", Place(file.name)) from None


def _fit(password: str, place: Place) -> str:
    if len(password) < _LEAST:
        raise _unfit(f"kata sandi hanya {len(password)} huruf", place)
    return password


def _unfit(reason: str, place: Place = NOWHERE) -> Refused:
    return Refused(PasswordUnfit(place=place, reason=reason, least=_LEAST))
