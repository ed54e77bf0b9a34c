"""Who may be named as the village of a village regulation."""

import pytest

from regpol.commands.draft.work import _village
from regpol.project.region import units
from regpol.terms.problems import Refused


def test_a_kelurahan_enacts_no_regulation_of_its_own():
    names = units("62").names
    assert _village(names, "62.01.01.2001").code == "62.01.01.2001"
    with pytest.raises(Refused, match="kelurahan"):
        _village(names, "62.01.01.1011")
