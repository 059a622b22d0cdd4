"""Items of lists whose labels are typed."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.model.document import Block, ListItem


def typed_level(label: str, before: Sequence[Block]) -> int:
    """The level of an item with a typed label: letters, then Roman figures, then capitals, as contracts have them."""
    core = label.strip("().")
    last = next((block for block in reversed(before) if isinstance(block, ListItem)), None)
    previous = last.label.strip("().") if last else ""
    if core.isupper():
        return min(last.level + 1, 3) if last and core == "A" else last.level if last and previous.isupper() else 1
    if core in ("i", "v", "x") or (len(core) > 1 and set(core) <= set("ivxl")):
        follows = len(core) == 1 and len(previous) == 1 and ord(core) == ord(previous) + 1
        return last.level if follows and last else 2
    return 1
