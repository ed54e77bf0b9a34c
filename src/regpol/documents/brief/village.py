"""What a regulation of a village is filled from.

The village has its power from the law on villages, not from that on regional government: neither the article
of the Constitution on regional regulations nor the norms on regional budgets give it any (DR-026). The law that
formed a region is that of the regency it lies in, also where a province drafts the model.
"""

from dataclasses import replace

from regpol.documents.brief.brief import Brief
from regpol.documents.brief.filling import Material, fill
from regpol.documents.brief.legal_bases import forming_law
from regpol.documents.brief.local_names import village
from regpol.project.region import Region, find

_REGENCY = 2
"""Parts of a code that name a regency or a city: '62.02'."""


def fill_for_village(material: Material, place: Region) -> Brief:
    """The brief of a regulation of one village of the region."""
    words = material.wording
    regency = find(".".join(place.code.split(".")[:_REGENCY]))
    formed = forming_law(material.rulebook, words, regency)
    opening = tuple(text.format(daerah=regency.name, pembentukan=formed) for text in words.village_citations)
    own = replace(words, empowering=words.village_empowering, empowering_families=(), citations=opening)
    made = fill(replace(material, wording=own))
    return replace(made, village=village(place, made.region))
