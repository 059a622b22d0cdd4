"""The labels that Word computes, from numbering.xml alone: an independent count, by which the writer's files are judged."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _val(node: Any, path: str) -> str | None:
    found = node.find(path.replace("w:", W)) if node is not None else None
    return found.get(f"{W}val") if found is not None else None


def _shape(kind: str, number: int) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        text = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if kind == "upperLetter" else text
    if kind == "lowerRoman":
        pairs = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
        out = ""
        for value, sign in pairs:
            out += sign * (number // value)
            number %= value
        return out
    return str(number)


class Numbers:
    """Counts through the paragraphs of a file in their order (ECMA-376 part 1, 17.9)."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.levels = {
            a.get(f"{W}abstractNumId"): {lvl.get(f"{W}ilvl"): lvl for lvl in a.findall(f"{W}lvl")}
            for a in numbering.findall(f"{W}abstractNum")
        }
        self.lists = {n.get(f"{W}numId"): _val(n, "w:abstractNumId") for n in numbering.findall(f"{W}num")}
        self.styles = {s.get(f"{W}styleId"): s for s in styles.findall(f"{W}style")}
        self.counts: dict[str | None, dict[int, int]] = {}

    def label(self, paragraph: Any) -> str:
        """The label of the next paragraph, empty where it has none."""
        number, level = self._numbered(paragraph)
        if number in (None, "0"):
            return ""
        abstract = self.lists[number]
        counts = self.counts.setdefault(abstract, {})
        counts[level] = counts.get(level, 0) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        node = self.levels[abstract][str(level)]
        text = _val(node, "w:lvlText") or ""
        for key in range(9):
            text = text.replace(f"%{key + 1}", _shape(_val(self.levels[abstract][str(key)], "w:numFmt") or "", counts.get(key, 1)))
        return text

    def _numbered(self, paragraph: Any) -> tuple[str | None, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = _val(paragraph, "w:pPr/w:pStyle")
        seen = [own]
        while style:
            seen.append(self.styles[style].find(f"{W}pPr/{W}numPr"))
            style = _val(self.styles[style], "w:basedOn")
        found = next((n for n in seen if n is not None), None)
        if found is None:
            return None, 0
        return _val(found, "w:numId"), int(_val(found, "w:ilvl") or 0)
