"""The JSON Schemas of the receipt and of what ``regpol verify --json`` prints."""

from typing import Any

from regpol.receipt.receipt import SHAPE
from regpol.receipt.reconciling.checking import Way
from regpol.receipt.verifying import Group, State
from regpol.reports.json_shape import list_of, object_of

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_MAYBE_COUNT = {"type": ["integer", "null"]}
_MAYBE_DAY = {"type": ["string", "null"], "format": "date"}
_HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_STATE = {"enum": [str(state) for state in State]}


def schemas() -> dict[str, dict[str, Any]]:
    """Both schemas by name."""
    return {"kuitansi": _DIALECT | _receipt(), "verify": _DIALECT | _verdict()}


def _receipt() -> dict[str, Any]:
    output = object_of(
        {"berkas": _TEXT, "bita": _COUNT, "sha256": _HASH, "dapat_diulang": {"type": "boolean"}},
        optional=("dapat_diulang",),
    )
    listed = {"type": "object", "additionalProperties": _TEXT}
    return object_of(
        {
            "susunan": {"const": SHAPE},
            "program": _TEXT,
            "aturan": _HASH,
            "keadaan": {"type": "string", "format": "date"},
            "wilayah": _TEXT,
            "tahun": {"type": "integer"},
            "perintah": list_of(_TEXT),
            "bahan": {"type": "object", "additionalProperties": _HASH},
            "rincian": {"type": "object", "additionalProperties": listed},
            "hasil": list_of(output),
        }
    )


def _verdict() -> dict[str, Any]:
    output = object_of(
        {
            "berkas": _TEXT,
            "keadaan": _STATE,
            "bita_kuitansi": _MAYBE_COUNT,
            "bita_kini": _MAYBE_COUNT,
            "ditulis": _MAYBE_DAY,
        }
    )
    part = object_of({"nama": _TEXT, "keadaan": _STATE, "kuitansi": _TEXT, "kini": _TEXT, "ditulis": _MAYBE_DAY})
    one = object_of(
        {
            "bahan": _TEXT,
            "golongan": {"enum": [str(group) for group in Group]},
            "keadaan": _STATE,
            "ditulis": _MAYBE_DAY,
            "rincian": list_of(part),
        }
    )
    number = object_of(
        {
            "berkas": _TEXT,
            "sel": _MAYBE_TEXT,
            "masalah": {"enum": [str(way) for way in Way]},
            "ditemukan": _TEXT,
            "seharusnya": _TEXT,
        }
    )
    maybe = [{"type": "null"}]
    return object_of(
        {
            "sama": {"type": "boolean"},
            "program": _MAYBE_TEXT,
            "keadaan": _MAYBE_DAY,
            "hasil": list_of(output),
            "angka": {"anyOf": [list_of(number), *maybe]},
            "bahan": {"anyOf": [list_of(one), *maybe]},
            "diulang": {"anyOf": [list_of(output), *maybe]},
            "artinya": list_of(_TEXT),
        }
    )
