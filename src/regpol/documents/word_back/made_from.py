"""What a Word file that regpol made says of its making; a file of somebody else says nothing."""

import re

from regpol.documents.word.record import NAMESPACE, Record, read
from regpol.documents.word_back.package import Package

_CUSTOM = re.compile(r"customXml/[^/]+\.xml")
_OWN = NAMESPACE.encode()


def recorded(package: Package) -> Record | None:
    """The record, under whatever name the word processor keeps it."""
    for name, content in package.parts.items():
        if _CUSTOM.fullmatch(name) and _OWN in content:
            root = package.tree(name)
            if root.tag == f"{{{NAMESPACE}}}asal":
                return read(root)
    return None


def stamp(package: Package) -> tuple[str, str]:
    """The rulebook and the day a draft of ours says it was made with."""
    core = package.tree("docProps/core.xml")
    said = (
        next((it.text or "" for it in core.iter() if str(it.tag).endswith("}description")), "")
        if core is not None
        else ""
    )
    found = re.fullmatch(r"aturan (\S+), keadaan (\d{4}-\d{2}-\d{2})", said)
    return (found[1], found[2]) if found else ("", "")
