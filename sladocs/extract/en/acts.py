"""What providers do within a time, by verb and object: to send a report is not to send an engineer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.metrics import Metric


@dataclass(frozen=True, slots=True)
class Deed:
    """Verbs of one meaning: a time within which they are done is one of their object's metric, else of the `usual` one.

    `plain` verbs say little by themselves: where their object says nothing, the metric is a guess. `barred` verbs promise no
    level. Of `whole` ones the object may also be the subject: "an engineer arrives".
    """

    verbs: str
    usual: Metric | None = None
    objects: tuple[str, ...] = ()
    plain: bool = False
    barred: bool = False
    whole: bool = False
    words: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", re.compile(rf"\b(?:{_forms(self.verbs)})\b", re.IGNORECASE))


def _forms(verbs: str) -> str:
    """The pattern of all forms of the verbs, each group of forms by its kind: `base`, `third` person, `done` (the participle)."""
    base, third, done = [], [], []
    for entry in verbs.split(","):
        verb, _, rest = entry.strip().partition(" ")
        verb, _, irregular = verb.partition("/")
        tail = rf"\s+{rest}" if rest else ""
        base.append(verb + tail)
        third.append(_third(verb) + tail)
        done += [form + tail for form in (irregular.split("/") if irregular else [_past(verb)])]
    return "|".join(f"(?P<{name}>{'|'.join(forms)})" for name, forms in (("done", done), ("third", third), ("base", base)))


def _third(verb: str) -> str:
    if re.search(r"(?:s|sh|ch|x|z|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


OBJECTS: Final = {
    name: (re.compile(rf"\b(?:{words})\b(?!['\u2019]s)", re.IGNORECASE), metric)
    for name, words, metric in (
        ("report", (r"(?:reports?|rcas?|rfos?|root[\s-]+causes?|analys[ie]s|post[\s-]?mortems?|summar(?:y|ies)|findings"
            r"|action\s+plans?|(?:remediation"
            r"|improvement|corrective|recovery)\s+plans?)"), Metric.REPORTING_TIME),
        ("update", r"(?:updates?|progress|status)", Metric.UPDATE_INTERVAL),
        ("relief", (r"(?:work[\s-]?arounds?|bypass(?:es)?|(?:temporary|interim|emergency|short-term)\s+(?:fix(?:es)?|solutions?"
            r"|corrections?|repairs?|relief)|circumvention)"), Metric.RESTORATION_TIME),
        ("repair", (r"(?:(?:bug\s+|hot)?fix(?:es)?|corrections?|patch(?:es)?|resolutions?|solutions?|remed(?:y|ies)|remediation"
            r"|service\s+packs?|repairs?)"), Metric.RESOLUTION_TIME),
        ("reply", (r"(?:(?:initial|first)\s+contact|responses?|acknowledge?ments?|confirmations?|repl(?:y|ies)|answers?|feedback"
            r"|receipt)"), Metric.RESPONSE_TIME),
        ("part", (r"(?:replacements?|spares?|parts?|hardware|equipment|devices?|units?|components?|dis[ck]s?|drives?|loan(?:er)?s?"
            r"|handsets?|modems?|routers?|servers?)"), Metric.REPLACEMENT_TIME),
        ("call", r"(?:calls?|callers?|telephones?|phones?|chats?|voice)", Metric.ANSWER_TIME),
        ("letter", (r"(?:e-?mails?|messages?|(?:in|en)quir(?:y|ies)|tickets?|requests?|questions?|letters?|correspondence|quer(?:y"
            r"|ies)|cases?)"), Metric.RESPONSE_TIME),
        ("engineer", r"(?:technicians?|engineers?|on[\s-]?site|field\s+service\w*)", Metric.ONSITE_TIME),
        ("site", r"(?:sites?|premises|doors?|locations?|you)", Metric.ONSITE_TIME),
        ("page", r"(?:(?:web\s?)?pages?|screens?|dashboards?|search\s+results?|quer(?:y|ies)|views?|results)", Metric.LATENCY),
        ("informed", r"(?:informed|updated|advised|apprised|posted|abreast)", Metric.UPDATE_INTERVAL),
        ("substitute", r"(?:substitutes?|replacements?|loan(?:er)?s?|spares?)", Metric.REPLACEMENT_TIME),
        ("told", r"(?:you|customers?|clients?|users?|callers?|tickets?|reporters?|stakeholders?)", Metric.UPDATE_INTERVAL),
        ("resources", r"(?:resources?|staff|personnel|engineers?|team)", Metric.RESPONSE_TIME),
        ("work", (r"(?:work|works|working|investigat\w+|diagnos\w+|trouble-?shooting|remediation|repairs?|resolution|support|actions?"
            r"|correct\w+|addressing|resolving|efforts?|analysis|triage|processing)"), Metric.RESPONSE_TIME),
    )
}  # fmt: skip
"""What is acted upon, by class: its words and the metric of acting on it."""

DEEDS: Final = (
    Deed("respond, reply, react, acknowledge, call back, get/got back, return/returned calls", Metric.RESPONSE_TIME),
    Deed("answer", Metric.ANSWER_TIME, ("letter", "call")),
    Deed("pick/picked up, take/taken", Metric.TURNAROUND_TIME, ("call",), plain=True),
    Deed("notify, inform, alert, advise, flag/flagged, communicate, tell/told, let/let you know", Metric.NOTIFICATION_TIME),
    Deed("confirm", None, ("reply",)),
    Deed("report", Metric.NOTIFICATION_TIME),
    Deed("contact, email, call, telephone", Metric.RESPONSE_TIME, plain=True),
    Deed(
        "provide, deliver, give/given, issue, send/sent, submit/submitted, supply, furnish, prepare, produce, make/made available,"
        " make/made,"
        " present, offer, complete, achieve, implement, release, apply, perform, undertake/undertaken, conduct, publish, have/had,"
        " receive, get/got",
        Metric.TURNAROUND_TIME,
        ("report", "relief", "repair", "update", "reply", "part", "engineer", "page"),
        plain=True,
    ),
    Deed("restore, recover, resume, reinstate, mitigate, contain, bring/brought, fail over", Metric.RESTORATION_TIME),
    Deed(
        "resolve, fix, repair, rectify, correct, remediate, remedy, close, solve, cure, mend, put/put right, patch/patched, address",
        Metric.RESOLUTION_TIME,
    ),
    Deed("update, brief", None, ("update", "told")),
    Deed("copy, replicate, back/backed up", Metric.BACKUP_FREQUENCY),
    Deed("retain, keep/kept, store, archive", Metric.RETENTION, ("informed",)),
    Deed("investigate, diagnose, examine, look/looked into, deal/dealt with, dealing with", Metric.RESPONSE_TIME),
    Deed("replace, swap/swapped, exchange, substitute", Metric.REPLACEMENT_TIME),
    Deed("arrive", None, ("engineer", "site"), whole=True),
    Deed("attend to", Metric.RESPONSE_TIME),
    Deed("attend", Metric.ONSITE_TIME),
    Deed("dispatch", Metric.TURNAROUND_TIME, ("engineer", "part"), plain=True),
    Deed("begin/begun/began, start, commence, initiate", None, ("work",)),
    Deed("allocate, assign resources", None, ("resources",)),
    Deed("assign, engage, accept, triage, route, log/logged, classify, categorise, categorize", Metric.RESPONSE_TIME, plain=True),
    Deed(
        "process, fulfil/fulfilled, fulfill, provision, create, set/set up, install, activate, deploy, configure, onboard, disable,"
        " deactivate, revoke, ship/shipped, upload, convert, transcribe, translate, enter, reconcile, settle, migrate, reset/reset,"
        " handle, carry/carried out, grant, post, collect, remove, load, enable, approve, print, scan/scanned, pick/picked, pack,"
        " book, put/put away, put/put down, turn around, dispatch",
        Metric.TURNAROUND_TIME,
        ("page", "substitute"),
    ),
    Deed("render, display, open, refresh, appear", None, ("page",), whole=True),
    Deed(
        "escalate, pay/paid, invoice, bill, charge, refund, credit, reimburse, terminate, cancel/cancelled/canceled, renew, expire, claim,"
        " object, appeal, dispute, negotiate, meet/met, train, sign, confer/conferred",
        barred=True,
    ),
)
"""The deeds whose times are promised, and those whose are not."""

MODAL: Final = re.compile(
    r"(?:['\u2019]ll|\b(?:shall|will|must|to|can|should|may|would|cannot|not)\b|^\W*(?:\(?\w{1,3}[.)]\s*)?)(?:\s+(?:\w+ly|also|then"
    r"|both|either"
    r"|always|endeavou?r\s+to|be\s+able\s+to))*\s*$",
    re.IGNORECASE,
)
"""What stands before the base form of a verb that is one and not a noun."""
JOINED: Final = re.compile(r"(?:,|\band|\bor|,\s*and|,\s*or|/)\s*(?:\w+ly\s+)?$", re.IGNORECASE)
"""What joins a verb to one before it."""
PASSIVE: Final = re.compile(
    r"\b(?:be|been|being|is|are|was|were|gets?|not)\b(?:\s+(?:\w+ly|also|then|first|fully|both))*\s*$", re.IGNORECASE
)
"""What stands before a participle that is a verb."""
TIMED: Final = re.compile(
    r"\s*(?:[\w-]+\s+){0,3}?(?:within|in|by|under|no\s+later|not\s+later|inside|after|on\s+the\s+(?:same|next))\b|\s*[<\u2264]",
    re.IGNORECASE,
)
"""What follows a participle without an auxiliary that is a verb: "calls answered within"."""
CUSTOMERS: Final = re.compile(
    r"\b(?:customers?|clients?|users?|subscribers?|licensees?|you|buyers?|purchasers?|tenants?|requesters?|end\s+users?|lessees?|members?)"
    r"\s+(?:\([^()]{0,40}\)\s*)?(?:shall|will|must|may|should|can|agrees?\s+to|(?:is|are)\s+(?:required|obliged|responsible"
    r"|expected)\s+(?:to|for)"
    r"|ha(?:s|ve)\s+to|needs?\s+to)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""The subject before a verb, where it is the customer."""
RUNNING: Final = re.compile(
    r"\b(?:get|gets|getting|have|has|bring|brings|put|make)\s+(?:(?!within\b|\d)[\w-]+\s+){0,6}?(?:back|working|running|operational|online"
    r"|on-?line|up\s+and\s+running|in\s+service|usable|safe)\b(?!\s+(?:hours?|days?|time|(?:to|with)\s+(?:you|the|your|our|customers?"
    r"|clients?|users?)\b))|\b\w+(?:ing|s|ed)\s+again\b"
    r"|\b(?:be|is|are|comes?)\s+(?:back|up\s+and\s+running|operational\s+again|working\s+again)\b",
    re.IGNORECASE,
)
"""What brings a service back, said in more than one word: "get things working again"."""
WORKING: Final = re.compile(
    r"\b(?:be|is|are|been)\s+(?:actively\s+)?(?:dealing\s+with|working\s+on|investigating|looking\s+into|attending\s+to)\b", re.IGNORECASE
)
"""Work on an incident that has begun."""
ANY_DONE: Final = re.compile(
    r"\w\s+(?P<verb>(?!need|unfinish|relat|specifi|includ|bas|limit|requir|agre|consider|deem|schedul|plann|guarante|promis|commit"
    r"|expect)[a-z]{2,}(?:ed|wn|ilt"
    r"|ought|sent))\b"
    r"\s+(?:[\w-]+\s+){0,2}?$",
    re.IGNORECASE,
)
"""Any participle right before a time: "ports are tested within two days"."""
AT_ONCE: Final = re.compile(r"\s+(?:within|inside|in\s+(?:under|less|\d))", re.IGNORECASE)
"""What stands right behind the base form of a verb whose subject is a plural: "engineers respond within"."""
PLURAL: Final = re.compile(r"(?:\b(?:we|they|who|you)|\b[a-z]{2,}s)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
"""A subject before such a verb."""
