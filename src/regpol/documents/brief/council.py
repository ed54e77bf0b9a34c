"""What a regulation is filled from when council and head make it together.

A Perda stands on the authority of the region itself: it carries out no other Perda, needs no power that
one gives, and considers why it is made instead of who commanded it (DR-018).
"""

from dataclasses import replace

from regpol.documents.brief.brief import Brief
from regpol.documents.brief.filling import Material, fill
from regpol.project.project import Duty

_POWER = "wewenang"
"""The open points about the power to set a Perkada; a Perda has it from the law."""


def fill_for_council(material: Material) -> Brief:
    """The brief of a regulation of council and head."""
    words, project = material.wording, material.project
    own = tuple(one for one in project.existing if one.duty is not Duty.CARRY_OUT)
    made = fill(
        replace(
            material,
            wording=replace(words, recitals=words.council_recitals, empowering=words.council_empowering),
            project=replace(project, existing=own),
        )
    )
    return replace(
        made, by_council=True, open_points=tuple(point for point in made.open_points if point.evidence != _POWER)
    )
