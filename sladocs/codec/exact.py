"""The exact form of the models as plain data: one key a field, fields at their default left out, and back with all errors at once.

Durations are ISO 8601 text (`P30D`, `P5BD`), dates and times ISO text, what was not understood `{as_written: …}`. Figures are Decimal or
text, never a binary float.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from sladocs.codec.problems import MISSING, Path, Problems, closest
from sladocs.model.agreement import AsWritten
from sladocs.model.hours import clock
from sladocs.model.quantity import Duration, Figure

FAILED: Final = object()
"""What could not be decoded; its error has been collected."""

LONGEST_FIGURE: Final = 4000
"""The most digits of a figure, or the largest exponent."""


def encode(value: Any) -> Any:
    """A model or one of its values as plain data."""
    match value:
        case Duration():
            return _encode_duration(value)
        case AsWritten():
            return {"as_written": value.text}
        case BaseModel():
            return {name: encode(item) for name, item in value if item != _default(value, name)}
        case dt.date():
            return value.isoformat()
        case dt.time():
            return clock(value)
        case str():
            return str(value)
        case tuple():
            return [encode(item) for item in value]
    return value


def _default(model: BaseModel, name: str) -> Any:
    return type(model).model_fields[name].get_default(call_default_factory=True)


def _encode_duration(duration: Duration) -> Any:
    """The ISO form, or unit and figure where ISO has none (a negative or very long figure)."""
    if abs(duration.value.adjusted()) < 30:
        try:
            if Duration.from_iso(duration.iso) == duration:
                return duration.iso
        except ValueError:
            pass
    return {"value": duration.value, "unit": duration.unit}


def decode(model: type[BaseModel], data: Any, path: Path, problems: Problems) -> Any:
    """A model from plain data, or FAILED with the errors collected. Unknown keys, missing fields and wrong kinds of value are errors."""
    if not isinstance(data, Mapping):
        problems.add(path, f"here stands {_named(data)}; write a map with the fields {', '.join(model.model_fields)}")
        return FAILED
    if issubclass(model, AsWritten):
        data = {("text" if key == "as_written" else key): item for key, item in data.items()}
    values: dict[str, Any] = {}
    for key, item in data.items():
        if key in model.model_fields:
            values[key] = _value(_kinds(model, key), item, (*path, key), problems, key)
        else:
            problems.unknown((*path, key), str(key), model.model_fields)
            values[key] = FAILED
    missing = [name for name, field in model.model_fields.items() if field.is_required() and name not in values]
    for name in missing:
        problems.add(path, f"{name} is missing", code=MISSING)
    if missing or any(value is FAILED for value in values.values()):
        return FAILED
    return build(model, values, path, problems)


def build(model: type[BaseModel], values: Mapping[str, Any], path: Path, problems: Problems) -> Any:
    """The model from typed values, or FAILED with its own objections collected."""
    try:
        return model(**values)
    except ValidationError as error:
        for fault in error.errors():
            where = tuple(part for part in fault["loc"] if isinstance(part, int) or part in model.model_fields)
            problems.add((*path, *where), _objection(fault["type"], fault["msg"], where[-1] if where else None))
        return FAILED


def _objection(kind: str, message: str, field: str | int | None) -> str:
    text = message.removeprefix("Value error, ")
    if kind == "string_too_short":
        text = "cannot be empty"
    return f"{field}: {text}" if field is not None else text


# --- one value --------------------------------------------------------------------------------------------------------------


class Kinds(typing.NamedTuple):
    """The types that a field may have, without None; `many` where it is a list of them."""

    types: tuple[Any, ...]
    many: bool
    optional: bool


@cache
def _kinds(model: type[BaseModel], name: str) -> Kinds:
    return _analysed(model.model_fields[name])


def _analysed(field: FieldInfo) -> Kinds:
    annotation = field.annotation
    options = typing.get_args(annotation) if _is_union(annotation) else (annotation,)
    some = tuple(option for option in options if option is not type(None))
    optional = len(some) < len(options)
    if len(some) == 1 and typing.get_origin(some[0]) is tuple:
        return Kinds((typing.get_args(some[0])[0],), many=True, optional=optional)
    return Kinds(some, many=False, optional=optional)


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (typing.Union, types.UnionType)


def _value(kinds: Kinds, data: Any, path: Path, problems: Problems, name: str) -> Any:
    if data is None and kinds.optional:
        return None
    if kinds.many:
        if not isinstance(data, list):
            problems.add(path, f"{name}: here stands {_named(data)}; write a list")
            return FAILED
        items = [_one(kinds.types, item, (*path, i), problems, name) for i, item in enumerate(data)]
        return FAILED if any(item is FAILED for item in items) else tuple(items)
    return _one(kinds.types, data, path, problems, name)


def _one(options: tuple[Any, ...], data: Any, path: Path, problems: Problems, name: str) -> Any:
    if AsWritten in options and isinstance(data, Mapping) and (dt.date in options or "as_written" in data) and "value" not in data:
        return decode(AsWritten, data, path, problems)
    if Duration in options:
        return _day_or_duration(options, data, path, problems, name)
    kind = options[0]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return decode(kind, data, path, problems)
    try:
        return scalar(kind, data)
    except ValueError as error:
        problems.add(path, f"{name}: {error}")
        return FAILED


def _day_or_duration(options: tuple[Any, ...], data: Any, path: Path, problems: Problems, name: str) -> Any:
    """A length of time; a date where the field may be one and the text does not begin as a length of time does."""
    if isinstance(data, Mapping):
        return decode(Duration, data, path, problems)
    try:
        return _date(data) if dt.date in options and not str(data).startswith("P") else Duration.from_iso(_string(data))
    except ValueError as error:
        problems.add(path, f"{name}: {error}")
        return FAILED


def scalar(kind: Any, data: Any) -> Any:
    """A plain value as a text, enumeration, figure, whole number, truth, date or time. Raises ValueError with what would be right."""
    kind = Decimal if kind is Figure else kind
    if typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    if typing.get_origin(kind) is typing.Literal:
        return _choice(data, typing.get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_choice(data, [str(member) for member in kind]))
    readers: Mapping[Any, Any] = {
        str: _string, Decimal: _figure, int: _whole, bool: _truth, float: _share, dt.date: _date, dt.time: _time, object: _any,
    }  # fmt: skip
    if kind not in readers:
        raise ValueError("this field cannot stand here")
    return readers[kind](data)


def _choice(data: Any, allowed: Any) -> str:
    text = _string(data)
    if text not in allowed:
        near = closest(text, allowed)
        listed = ", ".join(allowed)
        raise ValueError(f"{text!r} is not one of the values" + (f"; did you mean {near!r}?" if near else f"; write one of: {listed}"))
    return text


def _string(data: Any) -> str:
    if not isinstance(data, str):
        raise ValueError(f"here stands {_named(data)}; write text")  # noqa: TRY004 collected as an error of the file
    try:
        data.encode()
    except UnicodeEncodeError:
        raise ValueError("the text holds half of a surrogate pair; write the character itself") from None
    return data


def _figure(data: Any) -> Decimal:
    if isinstance(data, bool) or not isinstance(data, Decimal | int | str):
        raise ValueError(f"here stands {_named(data)}; write a number")  # noqa: TRY004 collected as an error of the file
    try:
        value = Decimal(data)
    except InvalidOperation:
        raise ValueError(f"{data!r} is no number; write for example 99.9") from None
    if not value.is_finite() or abs(value.adjusted()) > LONGEST_FIGURE or len(value.as_tuple().digits) > LONGEST_FIGURE:
        raise ValueError("a figure must be a finite number of reasonable length")
    return value


def _whole(data: Any) -> int:
    value = _figure(data)
    if value != value.to_integral_value() or abs(value) > 10**9:
        raise ValueError(f"{data} is no whole number; write for example 3")
    return int(value)


def _truth(data: Any) -> bool:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(data, bool):
        return data
    if isinstance(data, str) and data.lower() in words:
        return words[data.lower()]
    raise ValueError(f"here stands {_named(data)}; write true or false")


def _share(data: Any) -> float:
    return float(_figure(data))


def _date(data: Any) -> dt.date:
    text = _string(data)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no date; write year, month and day as in 2027-01-31") from None


def _time(data: Any) -> dt.time:
    text = _string(data)
    try:
        return dt.time.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no clock time; write for example 08:00") from None


def _any(data: Any) -> Any:
    return data


def _named(data: Any) -> str:
    """What a value is, in plain words."""
    if data is None:
        return "nothing"
    if isinstance(data, bool):
        return f"the truth value {str(data).lower()}"
    if isinstance(data, Mapping):
        return "a map"
    if isinstance(data, list | tuple):
        return "a list"
    shown = str(data)
    return f"the value {shown if len(shown) <= 60 else shown[:57] + '...'!r}"
