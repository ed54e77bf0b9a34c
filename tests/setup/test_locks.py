"""The locks pin what pyproject.toml asks for, agree with each other, and say nothing of where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock", "requirements-spark.lock")

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9a-z.+]+)(?: ; [a-z0-9_ .'<>=!()]+)? \\", re.IGNORECASE)
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def lines(lock: str) -> list[str]:
    return (ROOT / lock).read_text(encoding="utf-8").splitlines()


def pins(lock: str) -> dict[str, str]:
    matches = filter(None, map(PIN.fullmatch, lines(lock)))
    return {match["name"]: match["version"] for match in matches}


def asked() -> list[tuple[str, Requirement]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    libraries, extras = project["project"]["dependencies"], project["project"]["optional-dependencies"]
    by_lock = zip(
        LOCKS,
        (
            project["build-system"]["requires"],
            libraries,
            libraries + extras["dev"],
            libraries + extras["spark"] + extras["bench"],
        ),
        strict=True,
    )
    return [(lock, Requirement(text)) for lock, requirements in by_lock for text in requirements]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_pins_and_hashes_and_nothing_else(lock: str) -> None:
    other = [line for line in lines(lock) if not PIN.fullmatch(line) and not HASH.fullmatch(line)]
    assert not other
    assert pins(lock)


@pytest.mark.parametrize(("lock", "requirement"), asked(), ids=str)
def test_every_requirement_is_pinned_within_its_bounds(lock: str, requirement: Requirement) -> None:
    version = pins(lock).get(canonicalize_name(requirement.name))
    assert version is not None, f"{requirement} is not in {lock}: run ./scripts/lock"
    assert requirement.specifier.contains(version), f"{lock} pins {version}: run ./scripts/lock"


def test_the_locks_agree() -> None:
    seen: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in pins(lock).items():
            seen.setdefault(name, set()).add(version)
    assert not {name: versions for name, versions in seen.items() if len(versions) > 1}


def test_tools_for_tests_come_on_top_of_the_libraries() -> None:
    assert pins("requirements.lock").keys() <= pins("requirements-dev.lock").keys()


def test_an_ordinary_installation_carries_no_cluster() -> None:
    assert not {"pyspark", "pysail", "pandas", "pyarrow"} & pins("requirements-dev.lock").keys()


def test_an_editable_install_needs_nothing_but_the_lock() -> None:
    assert {"hatchling", "editables", "setuptools", "pip"} <= pins("requirements-build.lock").keys()
