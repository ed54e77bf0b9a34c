"""The pieces JSON Schemas of results are made of."""

from typing import Any

Json = dict[str, Any]


def object_of(properties: Json, *, optional: tuple[str, ...] = ()) -> Json:
    """An object with these properties, each there unless ``optional``; later versions may add others."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def closed_object_of(properties: Json, *, optional: tuple[str, ...] = ()) -> Json:
    """An object with these properties and no others."""
    return object_of(properties, optional=optional) | {"additionalProperties": False}


def list_of(item: Json) -> Json:
    """A list of such items."""
    return {"type": "array", "items": item}
