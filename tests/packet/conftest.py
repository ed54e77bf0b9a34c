"""What the tests of packets share: one run of Mataram's packets that nobody disturbs."""

import pytest
from mataram_packets import Undisturbed, undisturbed


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return undisturbed(tmp_path_factory.mktemp("mataram") / "paket")
