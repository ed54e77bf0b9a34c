"""Ids of provisions: made of what the provision is, never of where it stands in its file.

A sign-off and a walk through JSON name a provision by its id, so a provision that is added above it must
not move the name to another text.
"""

from collections import Counter

from regpol.law.format.rules import ProvisionRecord
from regpol.terms.citation import UNVERIFIED
from regpol.terms.pinpoint import slug

_WORDS = 6


def provision_ids(regulation: str, records: tuple[ProvisionRecord, ...]) -> tuple[str, ...]:
    """An id for each provision, unique in its regulation.

    Where several share a pinpoint, or none is verified, the name of the first rule tells them apart, or the
    first words of the gist where there is no rule.
    """
    shared = Counter(slug(record.pinpoint) for record in records)
    taken: Counter[str] = Counter()
    made = []
    for record in records:
        name = slug(record.pinpoint)
        if shared[name] > 1 or record.pinpoint == UNVERIFIED:
            own = record.rules[0].name if record.rules else "-".join(slug(record.gist).split("-")[:_WORDS])
            name = f"{name}-{own}"
        taken[name] += 1
        made.append(f"{regulation}:{name}" + (f"-{taken[name]}" if taken[name] > 1 else ""))
    return tuple(made)
