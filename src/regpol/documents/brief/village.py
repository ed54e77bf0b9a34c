"""What a regulation of a village is filled from.

The village has its power from the law on villages, not from that on regional government: neither the article
of the Constitution on regional regulations nor the norms on regional budgets give it any (DR-026).
"""

from dataclasses import replace

from regpol.documents.brief.brief import Brief
from regpol.documents.brief.filling import Material, fill
from regpol.documents.brief.local_names import village
from regpol.project.region import Region


def fill_for_village(material: Material, place: Region) -> Brief:
    """The brief of a regulation of one village of the region."""
    words = material.wording
    own = replace(words, empowering=words.village_empowering, empowering_families=(), citations=words.village_citations)
    made = fill(replace(material, wording=own))
    return replace(made, village=village(place, made.region))
