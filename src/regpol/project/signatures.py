"""The approvals of a project: read, checked against the rulebook and the lawyer's copy, and added to.

An approval is never taken out of the file here. One whose text, entry or rules have changed stays as
evidence of what was read, and counts as fallen off.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from regpol.law.entries import Entry
from regpol.law.fingerprints import provision_fingerprint, rule_fingerprint, value_fingerprint
from regpol.law.model import Provision, Rulebook, Value
from regpol.law.shape import Unreadable
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import read_text
from regpol.project.signature_format import FILE, SIGNATURES, Signature, written

_HEAD = "# Tanda tangan ahli hukum. Ditulis oleh “regpol law sign”; satu butir tiap persetujuan.\ntanda_tangan:\n"


@dataclass(frozen=True)
class Standing:
    """A signature and what has become of it.

    ``fallen`` says why it no longer counts, ``unseen`` what could not be looked at.
    """

    signature: Signature
    fallen: str
    unseen: str

    @property
    def words(self) -> str:
        """The signature as a reader sees it."""
        it = self.signature
        said = f"{it.name}, {it.date}, untuk {it.text} (SHA-256 {it.text_hash[:12]}…)"
        if self.fallen:
            return f"gugur: {self.fallen}; semula {said}"
        return said + (f"; {self.unseen}" if self.unseen else "")


@dataclass(frozen=True)
class SignedEntries:
    """How the entries that can be signed stand."""

    signed: int
    fallen: tuple[Standing, ...]
    unsigned: int


def read_signatures(folder: Path) -> tuple[Signature, ...]:
    """The signatures in a project; none if it has no such file.

    Raises:
        Refused: with everything wrong in the file.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    return read_shaped(path, f"{folder.name}/{FILE}", SIGNATURES)


def sign(book: Rulebook, entry: Provision | Value, name: str, day: str, text: str, content: bytes) -> Signature:
    """The signature of an entry as it stands."""
    rules = tuple(sorted(_rule_hashes(book, entry).items()))
    return Signature(_id(entry), name, day, text, hashlib.sha256(content).hexdigest(), _hash(entry), rules)


def standings(book: Rulebook, folder: Path, signatures: tuple[Signature, ...]) -> tuple[Standing, ...]:
    """What has become of each signature."""
    entries: dict[str, Provision | Value] = {provision.id: provision for provision in book.provisions}
    entries |= book.values
    return tuple(_standing(book, folder, signature, entries.get(signature.entry)) for signature in signatures)


def _standing(book: Rulebook, folder: Path, signature: Signature, entry: Provision | Value | None) -> Standing:
    copy = folder / signature.text
    try:
        same = hashlib.sha256(copy.read_bytes()).hexdigest() == signature.text_hash
        unseen = ""
    except OSError:
        same, unseen = True, "salinan naskahnya tidak ada di tempatnya, jadi tidak dicocokkan lagi"
    if not same:
        return Standing(signature, "salinan naskahnya berubah", "")
    if entry is None:
        return Standing(signature, "butir ini tidak ada lagi dalam buku aturan", unseen)
    return Standing(signature, _changed(book, signature, entry), unseen)


def _changed(book: Rulebook, signature: Signature, entry: Provision | Value) -> str:
    if _hash(entry) != signature.entry_hash:
        return "isi ketentuannya berubah" if isinstance(entry, Provision) else "isi nilainya berubah"
    before, now = dict(signature.rules), _rule_hashes(book, entry)
    changes = {
        "hilang": before.keys() - now.keys(),
        "baru": now.keys() - before.keys(),
        "berubah": {name for name in before.keys() & now.keys() if before[name] != now[name]},
    }
    return "; ".join(f"kaidah {', '.join(sorted(names))} {how}" for how, names in changes.items() if names)


def of_entry(found: tuple[Standing, ...], entry: Entry) -> tuple[Standing, ...]:
    """The signatures of one entry, those that count first."""
    own = [one for one in found if isinstance(entry, Provision | Value) and one.signature.entry == _id(entry)]
    return tuple(sorted(own, key=lambda one: bool(one.fallen)))


def tally(book: Rulebook, found: tuple[Standing, ...]) -> SignedEntries:
    """Signed, fallen off and unsigned entries; an entry that somebody signed anew is signed."""
    signed = {one.signature.entry for one in found if not one.fallen}
    fallen = {one.signature.entry: one for one in found if one.fallen and one.signature.entry not in signed}
    entries = {*(provision.id for provision in book.provisions), *book.values}
    return SignedEntries(len(signed), tuple(fallen.values()), len(entries - signed - fallen.keys()))


def _id(entry: Provision | Value) -> str:
    return entry.id if isinstance(entry, Provision) else entry.name


def _hash(entry: Provision | Value) -> str:
    return provision_fingerprint(entry) if isinstance(entry, Provision) else value_fingerprint(entry)


def _rule_hashes(book: Rulebook, entry: Provision | Value) -> dict[str, str]:
    if isinstance(entry, Value):
        return {}
    own = (rule for rule in book.rules if rule.provision and rule.provision.id == entry.id)
    return {rule.id.partition("/")[2]: rule_fingerprint(rule) for rule in own}


def with_signature(before: str, signature: Signature) -> str:
    """The text of the file with one more signature, everything that stood in it kept."""
    kept = _signatures_in(before)
    joined = (before if before.endswith("\n") else f"{before}\n") if before.strip() else _HEAD
    appended = joined + written(signature)
    if _signatures_in(appended) == (*kept, signature):
        return appended
    return _HEAD + "".join(written(one) for one in (*kept, signature))


def _signatures_in(text: str) -> tuple[Signature, ...]:
    tree, _ = read_text(text, FILE) if text.strip() else (None, [])
    try:
        return SIGNATURES.read(tree, []) if tree is not None else ()
    except Unreadable:
        return ()
