"""What each file of the rulebook may contain: the one definition that loader and JSON Schema share.

Records here are what the files say, names not yet resolved. The author's guide is docs/menulis-aturan.md.
"""

from regpol.law.format.lists import SCHEMAS
from regpol.law.format.regulation import REGULATION, RegulationRecord

__all__ = ["REGULATION", "SCHEMAS", "RegulationRecord"]
