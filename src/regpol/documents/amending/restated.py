"""The articles a change quotes, as units that the Penjelasan can go through like those of a new regulation.

They bear the numbers of the amended regulation and are not units of the amending one: nothing refers to them.
"""

from collections.abc import Sequence

from regpol.documents.amending.provisions import Provision
from regpol.documents.naskah.tree import Kind, Unit, Words


def restated(provisions: Sequence[Provision]) -> tuple[Unit, ...]:
    """The articles among what is quoted, with what is to be said of each and of all below it."""
    return tuple(_unit(it, "") for it in provisions if it.kind is Kind.ARTICLE)


def _unit(it: Provision, above: str) -> Unit:
    address = f"{above} {it.step}".strip()
    return Unit(
        kind=it.kind,
        number=0,
        label=it.step,
        eid="",
        address=address,
        children=tuple(_unit(child, address) for child in it.children if not it.deleted),
        explained=tuple((Words(text),) for text in it.explained),
    )
