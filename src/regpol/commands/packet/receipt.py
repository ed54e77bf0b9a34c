"""The receipt of a folder of packets: one for all that ever came out of its runs and still stands there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from regpol.packet import kept
from regpol.packet.building import LOCKED, ZIP
from regpol.packet.folders import MARK
from regpol.project.project import Project
from regpol.receipt import receipt as receipts
from regpol.receipt.inputs import Inputs
from regpol.receipt.receipt import Output
from regpol.reports.safe_file import replace_file


def write_receipt(output: Path, project: Project, inputs: Inputs, on: date, switches: tuple[str, ...]) -> None:
    """Writes the receipt of what runs made in ``output``: a file edited since keeps the hash it was made with.

    ``inputs`` are those the run began with, not what stands there when it ends.
    """
    target = output / receipts.NAME
    receipt = receipts.receipt_of(
        inputs,
        decided=on,
        region=project.region,
        year=project.year,
        command=("packet", "--date", on.isoformat(), *switches),
        outputs=_outputs(output),
    )
    replace_file(target, receipts.write(receipt))


def _outputs(output: Path) -> Iterator[Output]:
    for name in (MARK, ZIP, LOCKED):
        if (output / name).is_file():
            yield replace(receipts.output_of(output / name, output), repeatable=name != LOCKED)
    for folder in sorted(path.parent for path in output.glob(f"*/{kept.NAME}")):
        held = kept.read(folder)
        for name, sha256, size in held.files if held else ():
            yield Output(name=f"{folder.name}/{name}", size=size, sha256=sha256)
