"""A rich document: every kind of block, both lists, references, figures, a front page and signatures."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from sladocs.model.document import Block, Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Run, Table, line
from sladocs.model.numbering import ITEM_LEVEL, Counter, Scheme

HOSTILE = r"Smith & Co <x> {{ y }} [[z]] # w \| v {_{ u }_} {% t %}"


def png(width: int = 200, height: int = 80) -> bytes:
    """A plain blue PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x33\x55\x99" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@dataclass
class Composer:
    """Numbers blocks as assembly does."""

    scheme: Scheme = Scheme.BODY
    counter: Counter = field(default_factory=Counter)
    depth: int = 0
    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str | Line, level: int = 1, anchor: str | None = None) -> None:
        content = line(text) if isinstance(text, str) else text
        self.depth = level
        self.blocks.append(Heading(level=level, label=self.counter.next(self.scheme, level - 1), content=content, anchor=anchor))

    def clause(self, *parts: str | Run, anchor: str | None = None) -> None:
        self.blocks.append(Paragraph(label=self.counter.next(self.scheme, self.depth), content=line(*parts), anchor=anchor))

    def item(self, *parts: str | Run, level: int = 1, anchor: str | None = None) -> None:
        label = self.counter.next(self.scheme, ITEM_LEVEL + level - 1)
        self.blocks.append(ListItem(level=level, label=label, content=line(*parts), anchor=anchor))

    def text(self, *parts: str | Run, role: str = "body") -> None:
        self.blocks.append(Paragraph.model_validate({"role": role, "content": line(*parts)}))

    def add(self, block: Block) -> None:
        self.blocks.append(block)


def cell(*lines_: str | Line) -> Cell:
    return Cell(lines=tuple(line(part) if isinstance(part, str) else part for part in lines_))


def table(caption: str, rows: list[list[str | Cell]], name: str, description: str) -> Table:
    made = tuple(tuple(c if isinstance(c, Cell) else cell(c) for c in row) for row in rows)
    return Table(name=name, caption=line(caption) if caption else (), description=description, headers=1, rows=made)


def fig(text: str, path: str) -> Cell:
    return cell(line(Run(text=text, figure=path)))


def term(text: str, used: str | None = None) -> Run:
    return Run(text=text, term=used or text)


def ref(text: str, anchor: str) -> Run:
    return Run(text=text, refers=anchor)


def front() -> tuple[Block, ...]:
    return (
        Paragraph(role="title", content=line("Cloud Ledger Service Level Agreement")),
        Paragraph(role="subtitle", content=line("Northwind Cloud Ltd and Oakfield Retail plc")),
        Paragraph(
            content=line(
                "This agreement takes effect on 1 January 2027. It consists of the key terms on this page, the clauses and the schedules."
            )
        ),
        table(
            "Key terms",
            [
                ["Key term", "Value"],
                ["Provider", "Northwind Cloud Ltd"],
                ["Customer", HOSTILE],
                ["Effective date", fig("1 January 2027", "term/effective_date")],
                ["Initial term", fig("three (3) years", "term/initial")],
                ["Credit cap", fig("30 % of the monthly fee", "credit_terms/cap")],
                ["Governing law", "England and Wales"],
            ],
            "key-terms",
            "The key terms of this agreement, one a row",
        ),
        Heading(level=2, content=line("Parties")),
        table(
            "Parties",
            [
                ["Role", "Name", "Registered address", "Address for notices"],
                ["Provider", "Northwind Cloud Ltd", "1 Harbour Street, London EC1A 1AA", "legal@northwind.example"],
                ["Customer", HOSTILE, "22 Market Square, Leeds LS1 4AP", "contracts@oakfield.example"],
            ],
            "parties",
            "The parties with their addresses",
        ),
    )


def body() -> list[Block]:  # noqa: PLR0915
    c = Composer()
    c.heading("Definitions and interpretation", anchor="definitions")
    c.clause("In this Agreement the following words have these meanings:")
    for word, meaning in (
        ("Business Day", "a day other than a Saturday, a Sunday or a public holiday in England."),
        ("Downtime", "each minute in which the Services cannot be reached, less Planned Maintenance."),
        ("Monthly Fee", "the recurring fee payable for the Services in the month in question."),
        ("Service Credit", "the sum that the Provider credits under clause 3 where it misses a Service Level."),
    ):
        c.text(Run(text=word, defines=word), " means ", meaning, role="definition")
    c.clause("Headings do not affect interpretation. References to clauses and schedules are to those of this Agreement.")
    c.clause("Where documents conflict, they prevail in the following order:")
    c.item("the key terms;")
    c.item("the clauses, of which:", anchor="order-clauses")
    c.item("special terms come first; and", level=2, anchor="special-first")
    c.item("among the others:", level=2)
    c.item("the later clause; then", level=3)
    c.item("the more specific clause; and", level=3)
    c.item("the schedules.")

    c.heading("Service levels", anchor="service-levels")
    c.clause(
        "The Provider shall meet each ", term("Service Level"), " in ", ref("Schedule 1", "levels"), ", measured as ", ref("paragraph 1", "measurement"),
        " of ", ref("Schedule 2", "measuring"), " says. The Services are available for at least ", Run(text="99.9 %", figure="service_levels/0/value"),
        " of the minutes of each month, within ", Run(text="four (4) hours", figure="service_levels/1/value"), " of each report.", anchor="meet-levels",
    )  # fmt: skip
    c.clause(
        "Planned Maintenance does not count as ",
        term("Downtime"),
        " where the Provider has given ",
        Run(text="five (5) Business Days", figure="maintenance/notice"),
        " of notice.",
    )
    c.clause("Failures do not count where they are caused by:")
    c.item("the Customer's own equipment or acts;")
    c.item("events outside the Provider's reasonable control, subject to ", ref("clause 1.3(b)(i)", "special-first"), "; or")
    c.item("suspension under ", ref("clause 3.1.1", "credits-due"), ".")
    c.add(
        Paragraph(
            content=line(
                "Unnumbered text below a clause stands under the words of the clause, and continues for long enough to need a second line."
            )
        )
    )
    c.add(ListItem(level=1, label="•", content=line("a bullet;")))
    c.add(ListItem(level=2, label="•", content=line("a bullet below it; and")))
    c.add(ListItem(level=1, label="\u2013", content=line("an item with a typed dash.")))

    c.heading("Service credits and termination", anchor="credits")
    c.heading("Service credits", 2)
    c.clause(
        "Where the Provider misses a ",
        term("Service Level"),
        ", it shall credit the ",
        term("Service Credits", "Service Credit"),
        " of ",
        ref("Schedule 1", "levels"),
        ".",
        anchor="credits-due",
    )
    c.clause(
        "The Customer shall send each claim within ",
        Run(text="thirty (30) days", figure="credit_terms/claim_window"),
        " after the end of the month in question.",
    )
    c.heading("Termination for repeated failure", 2, anchor="chronic")
    c.clause(
        "The Customer may terminate where the availability falls below ",
        Run(text="99.0 %", figure="chronic_failure/below"),
        " in ",
        Run(text="three (3)", figure="chronic_failure/failures"),
        " months out of any ",
        Run(text="twelve (12)", figure="chronic_failure/within"),
        " consecutive months; see ",
        ref("clause 3.2", "chronic"),
        ".",
    )
    c.heading("Consequences", 3)
    c.clause("Fees paid in advance are returned within ", Run(text="ten (10) Business Days", figure="x"), ".")
    for n in range(4, 9):
        c.heading(("Governance", "Confidentiality", "Liability", "Force majeure", "Governing law")[n - 4])
        for _ in range(4):
            c.clause(
                "Each party shall keep the other informed of all matters that may affect the performance of this Agreement, shall appoint a person who "
                "is responsible for it, and shall take part in the reviews that the schedules provide for, at its own expense."
            )
    c.scheme = Scheme.SCHEDULE
    c.heading("Service levels and service credits", anchor="levels")
    c.clause("The following service levels apply from the effective date.")
    c.add(
        table(
            "Service levels",
            [
                ["Ref.", "Service level", "Service", "Target", "Measurement period", "Hours"],
                [
                    "SL-1",
                    "Availability",
                    "Ledger Platform",
                    fig("at least 99.9 %", "service_levels/0/value"),
                    "each month",
                    "Round the clock",
                ],
                [
                    "SL-2",
                    "Latency",
                    "Ledger Platform",
                    fig("at most 500 milliseconds", "service_levels/1/value"),
                    "each month",
                    "Round the clock",
                ],
                ["SL-3", "Recovery time", "Sandbox", fig("within 4 hours", "service_levels/2/value"), "each quarter", "Support Hours"],
            ],
            "levels",
            "The service levels, one a row, with their targets",
        )
    )
    c.text("A month is a calendar month.", role="note")
    c.add(
        table(
            "Support targets",
            [
                ["Priority", "Response time", "Restoration time", "Resolution time", "Update interval"],
                ["P1 (Critical)", "within 30 minutes", "within 4 hours", "within 2 days", "within 1 hour"],
                ["P2 (High)", "within 2 business hours", "within 1 business day", "—", "within 4 hours"],
                ["P3 (Normal)", "within 1 business day", "—", "—", "—"],
            ],
            "grid",
            "Times by priority",
        )
    )
    c.add(
        table(
            "Service credits",
            [["Ref.", "Service level", "Actual figure", "Service credit"]]
            + [["SL-1", "Availability", f"at least {99 - n}.0 % and below {100 - n}.0 %", fig(f"{n + 5} % of the monthly fee", f"service_credits/{n}/value")] for n in range(9)],
            "credits",
            "Service credits by actual figure",
        )
    )  # fmt: skip
    c.heading("Measuring and reporting", anchor="measuring")
    c.heading("Measurement", 2, anchor="measurement")
    c.clause("The Provider shall measure each service level with automatic checks that run:")
    c.item("every minute; and")
    c.item("from two places outside its network.")
    c.heading("Reports", 2)
    c.clause("The Provider shall send each report on time.")
    c.add(
        table(
            "Calendars",
            [
                ["Calendar", "Hours", "Used for"],
                [
                    "Support Hours",
                    cell(
                        "Monday to Thursday, 08:00 to 18:00",
                        "Friday, 08:00 to 15:00, Europe/London time, except the public holidays listed in Schedule 3",
                    ),
                    "Support hours",
                ],
            ],
            "calendars",
            "When time counts",
        )
    )
    c.add(Table(headers=2, caption=line("A stranger's table with spans"), rows=(
        (Cell(lines=(line("Region"),), rows=2), Cell(lines=(line("Targets"),), columns=2)),
        (cell("Response"), cell("Resolution")),
        (Cell(lines=(line("North"),), rows=2), cell("1 hour"), cell("4 hours")),
        (cell("2 hours"), cell("8 hours")),
    )))  # fmt: skip
    c.add(Figure(alternative="How an incident moves from report to closure", caption=line("Incident flow"), image=png()))
    c.add(Figure(alternative="A logo whose picture is unknown"))
    c.add(Heading(level=4, content=line("A heading of level 4")))
    c.add(Heading(level=2, label="ARTICLE IV", content=line("A typed label"), anchor="article"))
    c.text("See ", ref("ARTICLE IV", "article"), ".")
    return c.blocks


def signatures() -> tuple[Block, ...]:
    rows = [
        ["", "For the Provider", "For the Customer"],
        ["Party", "Northwind Cloud Ltd", HOSTILE],
        ["Signature", "", ""],
        ["Name", "", ""],
        ["Title", "", ""],
        ["Date", "", ""],
    ]
    made = tuple(tuple(cell(c) if c else Cell() for c in row) for row in rows)
    return (
        Heading(level=1, content=line("Signatures")),
        Paragraph(content=line("The parties have signed this Agreement through persons who may bind them.")),
        Table(name="signatures", description="Where the parties sign", headers=1, layout="signatures", rows=made),
    )


META = {
    "version": "1.0", "document_id": "SLA-2027-001", "confidentiality": "Confidential", "date": "2026-12-01", "subject": "Service level agreement",
    "organisation": "Northwind Cloud Ltd", "digest": "sha256:0123abcd",
}  # fmt: skip


def sample() -> Document:
    return Document(title="Cloud Ledger Service Level Agreement", front=front(), body=tuple(body()), signatures=signatures(), meta=META)
