"""A new project's ``project.yaml``: commented, so that whoever opens it sees why each choice stands there."""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from regpol.decision.starting_choices import CategoryStart
from regpol.project.starting_format import StartingChoices

TEMPLATE = "proyek.yaml.j2"


@dataclass(frozen=True, slots=True)
class DistrictSeat:
    """A kecamatan that may sign, and the title of its head."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProject:
    """Everything the file says; texts as they are to stand there."""

    region: str
    region_path: str
    year: int
    about: str
    seat: str
    register: str
    mapping: str
    head: str
    head_status: str
    """Pj., Plt., Plh. or Pjs.; empty for who holds the office."""
    head_title: str
    secretary: str
    secretary_status: str
    secretary_title: str
    office: str
    office_head: str
    office_title: str
    district_word: str
    districts: tuple[DistrictSeat, ...]
    starts: tuple[CategoryStart, ...]
    preferred: StartingChoices


def project_text(project: NewProject, templates: Path, schema: str) -> str:
    """The text of the file; ``schema`` is where an editor finds its schema, seen from the file.

    Names are quoted as YAML, so that whatever was typed stays a text.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    room = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # YAML, where the filter quotes
    )
    room.filters["kutip"] = _quoted
    said = {field.name: getattr(project, field.name) for field in fields(project)}
    return room.get_template(TEMPLATE).render(said, schema=schema)


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes; JSON's escapes are YAML's."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
