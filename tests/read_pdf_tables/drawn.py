"""Tables in the styles of real contracts, drawn by typst: each with its source and the cells that a reader must find."""

from __future__ import annotations

from dataclasses import dataclass, field

Rows = list[list[str]]

PROSE = (
    "The Provider shall use commercially reasonable efforts to make the Service available in accordance with this Schedule. "
    "Capitalised terms have the meaning given in the Agreement, and times are counted in Business Hours unless this Schedule says otherwise. "
)
SETUP = '#set page(paper: "a4", margin: 2.5cm)\n#set text(size: 10pt, hyphenate: false)\n#set par(justify: true)\n'


@dataclass(frozen=True)
class Drawn:
    """A source and the tables that it draws; a cell that a spanning one covers is empty."""

    source: str
    tables: list[Rows] = field(default_factory=list)
    headers: int | None = None


def cells(rows: Rows) -> str:
    """Rows as cells of typst; their texts are plain."""
    return ", ".join(f"[{text}]" if text else "[]" for row in rows for text in row)


def plain(rows: Rows) -> Rows:
    """The texts without typst's marks."""
    return [[text.replace("*", "").replace("\\", "") for text in row] for row in rows]


LEVELS: Rows = [
    ["Priority", "Description", "Response", "Resolution"],
    ["P1", "Service unavailable for all users of the platform", "15 minutes", "4 hours"],
    ["P2", "Major function impaired and no workaround is known", "1 hour", "8 hours"],
    ["P3", "Minor function impaired", "4 hours", "3 days"],
    ["P4", "Question", "1 day", "Next release"],
]
FEES: Rows = [
    ["Year", "Licence fee", "Support fee", "Total"],
    ["2026", "12,500", "900", "13,400"],
    ["2027", "112,500", "10,900", "123,400"],
    ["2028", "9,000", "1,900", "10,900"],
    ["2029", "500", "90", "590"],
]
CREDITS: Rows = [
    ["Monthly availability", "Service credit"],
    ["99.0 % to 99.9 %", "5 % of the monthly fee"],
    ["95.0 % to 99.0 %", "10 % of the monthly fee"],
    ["below 95.0 %", "25 % of the monthly fee"],
]
LONG: Rows = [
    ["Obligation", "What the Provider does", "What the Customer does"],
    [
        "Report of incidents through the service desk",
        "Registers each report, gives it a priority and tells the Customer its number",
        "Describes what happened, when it began and who is affected by it",
    ],
    [
        "Changes to the live systems of the Customer",
        "Announces each change two weeks ahead and takes a copy of all data before",
        "Tests the change within five days and names the people who approve it",
    ],
    [
        "Review of the service levels every quarter",
        "Sends the figures of the quarter with their sources ten days before the review",
        "Brings those who may decide and says which figures it doubts and why",
    ],
]
SITES: Rows = [["Ref", "Site", "Target", "Window"], *([f"S-{n:02}", f"Store number {n}", f"99.{n % 10} %", "month"] for n in range(1, 131))]


def _table(rows: Rows, columns: str, options: str, *, head: bool = False) -> str:
    first, rest = (f"table.header({cells(rows[:1])}), ", rows[1:]) if head else ("", rows)
    return f"#table(columns: {columns}, {options}, {first}{cells(rest)})\n"


def _after(text: str) -> str:
    return f"{PROSE}\n\n{text}\n{PROSE}\n"


def _bold(rows: Rows) -> Rows:
    return [[f"*{text}*" for text in rows[0]], *rows[1:]]


def one(source: str, rows: Rows, headers: int | None = None) -> Drawn:
    return Drawn(source, [plain(rows)], headers)


RULES_BETWEEN = "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)"
BOOK = "stroke: (x, y) => if y == 0 { (top: 1pt, bottom: 0.5pt) }"

TYPED = (
    "Program error       Response                  Correction\n"
    "-----------------   -----------------------   -----------------------\n"
    "Serious             Within 1 business day     Within 8 business days\n"
    "Minor               Within 4 business days    Within 15 business days\n"
    "Cosmetic            None                      With the next release\n"
    "-----------------   -----------------------   -----------------------\n"
)

TABLES: dict[str, Drawn] = {
    "typed": one(
        _after(f"#set par(justify: false)\n```\n{TYPED}```"),
        [
            ["Program error", "Response", "Correction"],
            ["Serious", "Within 1 business day", "Within 8 business days"],
            ["Minor", "Within 4 business days", "Within 15 business days"],
            ["Cosmetic", "None", "With the next release"],
        ],
        1,
    ),
    "grid": one(_after(_table(_bold(LEVELS), "(auto, 1fr, auto, auto)", "stroke: 0.5pt")), _bold(LEVELS), 1),
    "grid without bold": one(_after(_table(FEES, "4", "stroke: 0.5pt")), FEES, 1),
    "borderless, centred": one(_after(_table(FEES, "(1fr,) * 4", "stroke: none, align: center")), FEES, 1),
    "borderless, figures to the right": one(
        _after(_table(FEES, "4", "stroke: none, column-gutter: 1.5em, align: (x, y) => if x == 0 { left } else { right }")), FEES, 1
    ),
    "borderless, wrapped": one(_after(_table(_bold(LEVELS), "(3cm, 4cm, 3cm, 3cm)", "stroke: none")), _bold(LEVELS), 1),
    "borderless, two columns": one(_after(_table(_bold(CREDITS), "(6cm, 6cm)", "stroke: none")), _bold(CREDITS), 1),
    "borderless, no gap to the text": one(
        f"{PROSE}#block(above: 0.65em, below: 0.65em)[{_table(_bold(LEVELS), '(2cm, 8.5cm, 2.5cm, 2.5cm)', 'stroke: none, inset: (x: 2pt, y: 2.5pt)')}]{PROSE}",
        _bold(LEVELS),
        1,
    ),
    "borderless, empty cells": one(
        _after(
            _table(
                rows := [
                    ["*Service*", "*Target*", "*Window*", "*Note*"],
                    ["Web shop", "99.9 %", "month", ""],
                    ["Reports", "", "quarter", "see annex"],
                    ["Archive", "95 %", "", ""],
                    ["Mail", "99 %", "month", "shared"],
                ],
                "(4cm, 3cm, 3cm, 3cm)",
                "stroke: none",
            )
        ),
        rows,
        1,
    ),
    "rules between rows, wrapped in all columns": one(_after(_table(_bold(LONG), "(1fr, 1fr, 1fr)", RULES_BETWEEN)), _bold(LONG), 1),
    "three rules": one(
        _after(_table(_bold(LEVELS), "(2cm, 1fr, 2.5cm, 2.5cm)", BOOK + ", inset: (y: 4pt)") + "#line(length: 100%)"), _bold(LEVELS), 1
    ),
    "rule under the header": one(
        _after(_table(LEVELS, "(2cm, 6cm, 3cm, 3cm)", "stroke: (x, y) => if y == 0 { (bottom: 0.5pt) }")), LEVELS, None
    ),
    "outer frame only": one(_after(f"#rect(inset: 4pt)[{_table(_bold(LEVELS), '(2cm, 7cm, 3cm, 3cm)', 'stroke: none')}]"), _bold(LEVELS), 1),
    "upright rules only": one(
        _after(_table(_bold(LEVELS), "(2cm, 1fr, 2.5cm, 2.5cm)", "stroke: (x, y) => (left: 0.5pt, right: 0.5pt)")), _bold(LEVELS), 1
    ),
    "banded, five columns": one(
        _after(
            _table(
                rows := [
                    ["No", "Service", "Target", "Window", "Credit"],
                    ["1", "Web shop with its payment pages and the basket", "99.9 %", "month", "5 %"],
                    ["2", "Reports", "99 %", "quarter", "3 %"],
                    ["3", "Archive of the invoices of the last ten years", "95 %", "year", "none"],
                    ["4", "Mail", "99.5 %", "month", "4 %"],
                ],
                "(1cm, 5cm, 2cm, 2cm, 2cm)",
                "stroke: none, fill: (x, y) => if calc.even(y) { luma(220) }",
            )
        ),
        rows,
    ),
    "shaded header only": one(
        _after(_table(LEVELS, "(2cm, 6cm, 3cm, 3cm)", "stroke: none, fill: (x, y) => if y == 0 { rgb(200, 215, 240) }")), LEVELS, 1
    ),
    "thick coloured header with white words": one(
        _after(
            "#show table.cell.where(y: 0): set text(fill: white, weight: 700)\n"
            + _table(FEES, "(3cm,) * 4", "stroke: 0.5pt + gray, fill: (x, y) => if y == 0 { navy }")
        ),
        FEES,
        1,
    ),
    "cells drawn one by one with gaps": one(
        _after(_table(_bold(FEES), "(3cm,) * 4", "stroke: 0.5pt, gutter: 2pt")), _bold(FEES), 1
    ),
    "groups in the header": one(
        _after(
            "#table(columns: (3cm,) * 4, stroke: 0.5pt, table.cell(rowspan: 2)[*Priority*], table.cell(colspan: 2, align: center)[*Targets*], "
            "table.cell(rowspan: 2)[*Contact*], [*Response*], [*Resolution*], [P1], [1 h], [4 h], [Duty manager], [P2], [4 h], [8 h], [Service desk])"
        ),
        [
            ["Priority", "Targets", "", "Contact"],
            ["", "Response", "Resolution", ""],
            ["P1", "1 h", "4 h", "Duty manager"],
            ["P2", "4 h", "8 h", "Service desk"],
        ],
        2,
    ),
    "groups in the header, rules across": one(
        _after(
            "#table(columns: (3cm,) * 5, stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), [], table.cell(colspan: 2, align: center)[*Targets in Business Hours*], "
            "table.cell(colspan: 2, align: center)[*Targets at all other times*], [*Priority*], [*Response*], [*Resolution*], [*Response*], [*Resolution*], "
            "[P1], [1 h], [4 h], [2 h], [8 h], [P2], [4 h], [8 h], [8 h], [16 h], [P3], [8 h], [2 days], [1 day], [3 days])"
        ),
        [
            ["", "Targets in Business Hours", "", "Targets at all other times", ""],
            ["Priority", "Response", "Resolution", "Response", "Resolution"],
            ["P1", "1 h", "4 h", "2 h", "8 h"],
            ["P2", "4 h", "8 h", "8 h", "16 h"],
            ["P3", "8 h", "2 days", "1 day", "3 days"],
        ],
    ),
    "rows merged at the left": one(
        _after(
            "#table(columns: (3cm, 4cm, 3cm), stroke: 0.5pt, [*Service*], [*Measure*], [*Target*], table.cell(rowspan: 2)[Web shop], [Availability], "
            "[99.9 %], [Response time], [300 ms], table.cell(rowspan: 3)[Reports], [Availability], [99 %], [Delivery], [by 08:00], [Errors], [under 1 %])"
        ),
        [
            ["Service", "Measure", "Target"],
            ["Web shop", "Availability", "99.9 %"],
            ["", "Response time", "300 ms"],
            ["Reports", "Availability", "99 %"],
            ["", "Delivery", "by 08:00"],
            ["", "Errors", "under 1 %"],
        ],
        1,
    ),
    "header of two lines, words at its foot": one(
        _after(
            _table(
                rows := [
                    ["*Priority*", "*First answer (in hours)*", "*Solution (in days)*", "*Told to the manager after*"],
                    ["S1", "1", "2", "30 minutes"],
                    ["S2", "2", "4", "2 hours"],
                    ["S3", "4", "8", "Next Business Day"],
                ],
                "(2.5cm, 2.6cm, 2.3cm, 3.6cm)",
                "stroke: none, align: (x, y) => if y == 0 { bottom + left } else { left }",
            )
        ),
        rows,
        1,
    ),
    "lists in cells": one(
        _after(
            "#table(columns: (3cm, 6cm, 4cm), stroke: 0.5pt, [*Priority*], [*Examples*], [*Target*], [P1], [- The shop is down\n- No payment works], "
            "[1 hour], [P2], [- A report is missing\n- Search is slow for most of the users of a store], [4 hours])"
        ),
        [
            ["Priority", "Examples", "Target"],
            ["P1", "• The shop is down • No payment works", "1 hour"],
            ["P2", "• A report is missing • Search is slow for most of the users of a store", "4 hours"],
        ],
        1,
    ),
    "one column with a shaded header": one(
        _after("#table(columns: 100%, stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), fill: (x, y) => if y == 0 { luma(230) }, [*Service*], [Web shop], [Archive])"),
        [["Service"], ["Web shop"], ["Archive"]],
        1,
    ),
    "one wrapped row whose words hold together": one(
        _after(
            "#table(columns: (1.6cm, 3.4cm, 3.4cm, 1fr), inset: 5pt, stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), "
            "fill: (x, y) => if y == 0 { luma(230) }, [*Priority*], [*Response*], [*Resolution*], [*Note*], "
            "[Severity 1], [within 41~business~hours], [within 6~business~days of the report], [none])"
        ),
        [["Priority", "Response", "Resolution", "Note"], ["Severity 1", "within 41 business hours", "within 6 business days of the report", "none"]],
        1,
    ),
    "captions between ruled tables": Drawn(
        _after(
            f"#table(columns: (1fr,) * 4, stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), fill: (x, y) => if y == 0 {{ luma(230) }}, {cells(_bold(FEES))})\n"
            f"*Table 2: Credits*\n#table(columns: (1fr,) * 2, stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), fill: (x, y) => if y == 0 {{ luma(230) }}, "
            f"{cells(_bold(CREDITS))})"
        ),
        [FEES, CREDITS],
    ),
    "dashes for names": one(
        _after(
            "#table(columns: (1.5cm, 1fr, 1fr), stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), [*Test*], [*Measure*], [*Value*], "
            "[—], [Latency], [29 seconds], [—], [Delivery], [55 %], [—], [Satisfaction], [89 scores])"
        ),
        [["Test", "Measure", "Value"], ["—", "Latency", "29 seconds"], ["—", "Delivery", "55 %"], ["—", "Satisfaction", "89 scores"]],
        1,
    ),
    "landscape": one(
        "#set page(flipped: true)\n" + _after(_table(_bold(LEVELS), "(2cm, 1fr, 4cm, 4cm)", "stroke: 0.5pt")), _bold(LEVELS), 1
    ),
    "two tables side by side": Drawn(
        _after(
            f"#grid(columns: 2, column-gutter: 1cm, [{_table(_bold(CREDITS), '(3cm, 4cm)', 'stroke: 0.5pt')}], "
            f"[{_table(_bold([row[:3] for row in FEES]), '(1.5cm, 2.3cm, 2.3cm)', 'stroke: 0.5pt')}])"
        ),
        [CREDITS, [row[:3] for row in FEES]],
    ),
    "one below the other, other columns": Drawn(
        _after(_table(_bold(LEVELS), "(2cm, 1fr, 3cm, 3cm)", "stroke: 0.5pt") + PROSE + "\n\n" + _table(_bold(CREDITS), "(1fr, 1fr)", "stroke: 0.5pt")),
        [LEVELS, CREDITS],
    ),
    "frame around the page": one(
        "#set page(background: rect(width: 100% - 2cm, height: 100% - 2cm))\n"
        + _after(_table(_bold(LEVELS), "(2cm, 1fr, 3cm, 3cm)", "stroke: 0.5pt")),
        _bold(LEVELS),
        1,
    ),
    "total over merged cells": one(
        _after(f"#table(columns: (3cm,) * 4, stroke: 0.5pt, {cells(_bold(FEES))}, table.cell(colspan: 3)[All years], [148,290])"),
        [*FEES, ["All years", "", "", "148,290"]],
        1,
    ),
    "three pages, header again": one(
        f'#set page(numbering: "1")\n{PROSE * 3}\n\n' + _table(_bold(SITES), "(2cm, 1fr, 3cm, 3cm)", "stroke: 0.5pt", head=True) + PROSE, SITES, 1
    ),
    "three pages, no header again": one(
        f"{PROSE * 3}\n\n" + _table(SITES, "(2cm, 1fr, 3cm, 3cm)", "stroke: 0.5pt") + PROSE, SITES, 1
    ),
    "two pages, borderless": one(
        f"{PROSE * 3}\n\n" + _table(_bold(SITES[:60]), "(2cm, 5cm, 3cm, 3cm)", "stroke: none", head=True) + PROSE, SITES[:60], 1
    ),
    "ends with the page, another begins": Drawn(
        _table(_bold(FEES), "(3cm,) * 4", "stroke: 0.5pt") + "#pagebreak()\n" + _table(_bold(LEVELS), "(2cm, 1fr, 3cm, 3cm)", "stroke: 0.5pt"),
        [FEES, LEVELS],
    ),
    "rows broken by the page": one(
        f"{PROSE * 2}\n\n"
        + _table(
            rows := [
                ["*Ref*", "*Obligation*", "*Due*"],
                *([f"O-{n:02}", (f"Obligation {n}: " + PROSE * 2).strip(), f"{n} days"] for n in range(1, 16)),
            ],
            "(1.5cm, 1fr, 2cm)",
            "stroke: 0.5pt",
            head=True,
        ),
        rows,
        1,
    ),
}  # fmt: skip

_CLAUSES = "\n".join(f"#grid(columns: (1.2cm, 1fr), row-gutter: 8pt, [{n}.{k}], [{PROSE}])" for n in range(1, 4) for k in range(1, 4))
_POINTS = "\n".join(f"#grid(columns: (1.2cm, 0.8cm, 1fr), [], [({c})], [the {w} of the Service and all that belongs to it under this Schedule;])" for c, w in zip("abcdef", ("use", "care", "price", "term", "end", "review"), strict=True))  # fmt: skip

NONE: dict[str, Drawn] = {
    "prose": Drawn(PROSE * 12),
    "clauses with hanging labels": Drawn(_CLAUSES),
    "points with hanging labels": Drawn(_POINTS),
    "bullets": Drawn("\n".join(f"- {PROSE[:90]}" for _ in range(6))),
    "contents": Drawn(
        "\n".join(
            f"#grid(columns: (1cm, 1fr, 1cm), [{n}.], [{name} #box(width: 1fr, repeat[.])], align(right)[{3 * n}])"
            for n, name in enumerate(("Definitions", "The service", "Service levels", "Service credits", "Term"), 1)
        )
    ),
    "contents without dots": Drawn(
        "\n".join(
            f"#grid(columns: (1cm, 1fr, 1cm), row-gutter: 5pt, [{n}.], [{name}], align(right)[{3 * n}])"
            for n, name in enumerate(("Definitions", "The service", "Service levels", "Service credits", "Term"), 1)
        )
    ),
    "two columns of text": Drawn(f"#set page(columns: 2)\n{PROSE * 25}"),
    "three columns of text": Drawn(f"#set page(columns: 3)\n{PROSE * 25}"),
    "places to sign": Drawn(
        "#grid(columns: (1fr, 1fr), row-gutter: 14pt, [*Northwind Cloud Ltd*], [*Oakfield Retail plc*], [By: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_], "
        "[By: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_], [Name:], [Name:], [Title:], [Title:], [Date:], [Date:])"
    ),
    "a note in a box": Drawn(f"{PROSE}\n\n#rect(inset: 8pt)[*Note.* {PROSE}]\n\n{PROSE}"),
    "a shaded note": Drawn(f"{PROSE}\n\n#rect(fill: luma(230), inset: 8pt, stroke: none)[*Note.* {PROSE}]\n\n{PROSE}"),
    "a frame around the page": Drawn(f"#set page(background: rect(width: 100% - 2cm, height: 100% - 2cm))\n{PROSE * 8}"),
    "underlined words": Drawn(
        f"#underline[Availability of the Service] and #underline[Service Credits]\n\n{PROSE * 2}\n\n#underline[Reports]\n\n{PROSE}"
    ),
    "lines between parts": Drawn(f"{PROSE}\n#line(length: 100%)\n{PROSE}\n#line(length: 100%)\n{PROSE}\n#line(length: 100%)"),
    "head and foot": Drawn(
        "#set page(header: [Northwind Cloud Ltd #h(1fr) Service Schedule #h(1fr) Version 3 #line(length: 100%)], "
        f"footer: [#line(length: 100%) Confidential #h(1fr) 12 March 2027 #h(1fr) Page 1 of 9])\n{PROSE * 6}"
    ),
    "definitions": Drawn(
        "\n".join(
            f"#grid(columns: (4cm, 1fr), row-gutter: 8pt, [*“{term}”*], [means {PROSE}])"
            for term in ("Availability", "Business Hours", "Incident", "Fee")
        )
    ),
}
