"""Workbooks inside a PDF: a list too long to print travels with the paper that sums it up."""

import io
from collections.abc import Sequence
from pathlib import Path

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attach(target: Path, workbooks: Sequence[Path]) -> None:
    """Puts the workbooks into a PDF under their own names; the same bytes each time."""
    import pikepdf

    with pikepdf.open(target) as opened:
        held = opened.Root.get("/AF", pikepdf.Array())
        for path in workbooks:
            content, told = path.read_bytes(), {"description": "", "creation_date": "", "mod_date": ""}
            spec = pikepdf.AttachedFileSpec(opened, content, filename=path.name, mime_type=_WORKBOOK, **told)
            spec.relationship = pikepdf.Name.Data
            opened.attachments[path.name] = spec
            held.append(spec.obj)
        opened.Root.AF = held
        written = io.BytesIO()
        opened.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    target.write_bytes(written.getvalue())
