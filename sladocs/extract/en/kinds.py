"""The words by which a heading shows which kind of clause stands under it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


HEADINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "parties": _re(r"\bparties\b(?! obligations)|\bthe parties\b|^between$|\bstakeholders?\b|\bpoints? of contact\b"),
    "definitions": _re(
        r"\bdefinitions\b|\bdefinition of\b|^definition and\b|\bdefined terms\b|\bglossary\b|\bterminology\b|\binterpretation\b"
        r"|\bacronyms\b"
    ),
    "purpose": _re(
        r"\bpurpose\b|\brecitals?\b|\bbackground\b|\bintroduction\b|\boverview\b|\bobjectives?\b"
        r"|\bgoals?\b|\bpreamble\b|\bintent\b|\bexecutive summary\b"
    ),
    "scope": _re(
        r"\bscope\b|\bservice (?:name and )?descriptions?\b|\bdescription of (?:the )?services?\b"
        r"|\bservices? (?:provided|covered|offered|included|catalogue|catalog|overview)\b"
        r"|\bcoverage\b|\bcovered services?\b|^(?:the )?services?$"
        r"|\bservices? to be (?:provided|performed)\b|\bprovision of (?:the )?services?\b"
        r"|\bhosting services?\b|\bstatement of work\b"
    ),
    "exclusions": _re(
        r"\bexclusions?\b|\bexcluded\b|\bexceptions?\b|\bout of scope\b|\blimitations of (?:the )?(?:sla"
        r"|service)|\bnot (?:covered|included)\b|\bexemptions?\b|\bexcused\b|\bsla limitations\b"
    ),
    "roles": _re(
        r"\broles?\b|\bresponsibilit(?:y|ies)\b|\bobligations? of\b|\b(?:customer|client"
        r"|provider|user|supplier|vendor)(?:'s|s')? (?:obligations?|duties|requirements"
        r"|assistance|cooperation)\b|\braci\b|\bduties\b|\bobligations\b"
    ),
    "governance": _re(
        r"\bgovernance\b|\bcommittee\b|\brelationship management\b|\bcontract management\b"
        r"|\baccount management\b|\bproject management\b|\bsteering\b|\bservice management\b"
    ),
    "service_levels": _re(
        r"\bservice levels?\b(?! agreement| credit)|\bservice level (?:objective|target"
        r"|commitment|guarantee|requirement|standard)s?\b|\bsl[aos]s?\b (?:targets?"
        r"|commitments?|metrics|guarantees?)|\buptime\b|\bavailability\b"
        r"|\bperformance (?:standards?|requirements?|targets?|metrics|objectives?|levels?)\b"
        r"|\bresponse times?\b|\bresolution times?\b|\bservice (?:commitments?|guarantees?"
        r"|targets?|standards|quality)\b|\bguarantees?\b|\bkpis?\b|\bkey performance"
    ),
    "measurement": _re(
        r"(?<!security )(?<!preventive )(?<!protective )\bmeasur\w+\b|\bcalculat\w+\b|\bmonitoring\b|\bmetrics?\b|\bmethodology\b"
        r"|\bsurveillance\b"
    ),
    "reporting": _re(r"\breport(?:s|ing)?\b(?! (?:an? )?(?:incident|problem|issue|fault|bug)s?)|\bperformance reports?\b"),
    "review": _re(r"\breviews?\b|\bservice reviews?\b|\bmeetings?\b"),
    "penalties": _re(
        r"\bcredits?\b|\bpenalt(?:y|ies)\b|^\W*remed(?:y|ies)\b|\bsla (?:remed|breach)\w*|\bcompensation\b|\brefunds?\b"
        r"|\bliquidated damages\b|\bdeductions?\b|\bdisincentives?\b"
    ),
    "incentives": _re(r"(?<!dis)\bincentives?\b|\bbonus(?:es)?\b|\bearn-?backs?\b|\brewards?\b"),
    "escalation": _re(r"\bescalat\w+\b"),
    "dispute_resolution": _re(r"\bdisputes?\b|\barbitration\b|\bmediation\b"),
    "support": _re(
        r"\bsupport\b(?! agreement)|\bhelp ?desk\b|\bservice desk\b|\bincident (?:management"
        r"|handling|response)\b|\bcontact(?:ing)? (?:us|support)\b|\bcustomer service\b"
        r"|\bticket\w*\b|\bproblem (?:management|reporting)\b|\bseverity\b|\bpriority (?:levels?"
        r"|definitions?)\b"
    ),
    "maintenance": _re(
        r"\bmaintenance\b(?! agreement| and support agreement| fees)|\bscheduled (?:downtime"
        r"|outages?)\b|\bplanned (?:downtime|outages?)\b|\bupdates? and upgrades?\b"
        r"|\bupgrades\b"
    ),
    "change_management": _re(
        r"\bchange (?:management|control|requests?|orders?|procedures?)\b|\bchanges to (?:the )?services?\b"
        r"|\bchange$"
    ),
    "improvement": _re(r"\bimprovements?\b|\bcorrective actions?\b|\baction plan\b"),
    "continuity": _re(r"\bcontinuity\b|\bdisaster\b|\bback-?ups?\b|\brecovery\b|\bredundancy\b"),
    "security": _re(r"\bsecurity\b"),
    "data_protection": _re(r"\bdata protection\b|\bprivacy\b|\bpersonal (?:data|information)\b|\bgdpr\b|\bdata processing\b|\bhipaa\b"),
    "confidentiality": _re(r"\bconfidential\w*\b|\bnon-?disclosure\b|\bproprietary information\b"),
    "financial": _re(
        r"\bfees?\b(?! credit)|\bpayments?\b|\bcharges?\b|\bpric(?:e|es|ing)\b|\binvoic\w+\b"
        r"|\btax(?:es)?\b|\broyalt(?:y|ies)\b|\bbilling\b|\bcompensation and\b|\bcosts?\b"
        r"|\bfinancial\b|\breimbursement\b|\bexpenses\b"
    ),
    "pilot": _re(r"\bpilot\b|\btrial\b|\bproof of concept\b|\bevaluation period\b"),
    "off_ramp": _re(r"\boff-?ramps?\b"),
    "term": _re(
        r"^(?:\W*)(?:the )?terms?(?: and terminat\w+|, terminat\w+| of (?:the |this )?(?:agreement"
        r"|contract|sla))?$|\binitial term\b|\b(?:agreement|contract) (?:term|period"
        r"|duration)\b|\bduration\b|\bterm (?:and|&) (?:termination|renewal)\b|\bterm;"
        r"|\bvalidity\b|\beffective date\b|\bcommencement\b|\bterm of\b|\bterm$"
    ),
    "renewal": _re(r"\brenewals?\b|\bextension of\b"),
    "termination": _re(r"\bterminat\w+\b|\bcancellation\b"),
    "exit": _re(
        r"\bexit\b|\btransition(?:ing)?\b|\bhand-?over\b|\beffects? of (?:the )?(?:termination"
        r"|expiration)\b|\breturn of\b|\bpost-?termination\b"
        r"|\boffboarding\b|\bobligations (?:up)?on termination\b"
    ),
    "amendment": _re(
        r"\bamendments?\b|\bmodifications?\b|\bchanges to (?:this|the) (?:sla|agreement"
        r"|policy|document|terms)\b|\bvariations?\b|\brevisions?\b|\bsla (?:changes"
        r"|updates)\b|\bupdates to (?:this|the)\b|\bagreement changes\b"
    ),
    "liability": _re(r"\bliabilit(?:y|ies)\b|\blimitations? of (?:damages|remedies)\b|\bconsequential damages\b"),
    "indemnity": _re(r"\bindemni\w+\b|\bhold harmless\b"),
    "warranty": _re(r"\bwarrant(?:y|ies|s)\b|\brepresentations\b|\bdisclaimers?\b"),
    "force_majeure": _re(r"\bforce majeure\b|\bacts? of god\b|\bexcusable delays?\b|\bunavoidable\b"),
    "governing_law": _re(
        r"\bgoverning law\b|\bapplicable laws?\b|\bchoice of law\b|\bjurisdiction\b"
        r"|\bgoverning\b.*\blaw\b|\bvenue\b|^law$|\blaw and\b"
    ),
    "assignment": _re(r"\bassign(?:ment|ability|s)?\b|\btransfer of (?:rights|this agreement)\b|\bsuccessors\b"),
    "subcontracting": _re(r"\bsub-?contract\w*\b|\bsub-?processors?\b|\bthird[- ]party (?:providers|vendors|contractors)\b"),
    "notices": _re(r"\bnotices?\b(?! period| of (?:termination|maintenance|default))|\bnotifications? (?:to|of) (?:the )?part"),
    "audit": _re(r"\baudits?\b|\binspections?\b|\bbooks and records\b|\brecords?\b(?! retention)"),
    "intellectual_property": _re(
        r"\bintellectual property\b|\bproprietary rights\b|\bownership\b|\blicen[cs]e(?: grants?"
        r"|s)?\b|\btrademarks?\b|\bcopyrights?\b|\bpatents?\b|\bsource code\b"
    ),
    "signatures": _re(
        r"\bsignatures?\b|\bsignatories\b|\bin witness\b|\bexecution\b|\bapprovals?\b"
        r"|\bsign-?off\b|\bacceptance and signature"
    ),
}
"""What a heading says of the kinds of clause under it; a heading may name several ("Term and termination")."""
