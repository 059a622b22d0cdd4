"""The words by which a sentence, or a column of a table, shows a kind of clause where no heading does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_AGREEMENT: Final = r"(?:agreement|sla|ola|contract|document|policy|plan|guide|page|article|charter|addendum|schedule|exhibit)"
_QUALITY: Final = (
    r"(?:availability|uptime|downtime|unavailability|percentage|performance|service levels?|response times?|kpi|metric|guarantee"
    r"|results?)"
)
_FIND_OUT: Final = r"(?:calculated|measured|determined|computed|monitored|sampled|verified|assessed|tracked|recorded)"
_OFTEN: Final = r"(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|periodic(?:ally)?|regular(?:ly)?|bi-?weekly|semi-?annual(?:ly)?)"
_DISASTER: Final = (
    r"(?:acts? of (?:god|war|terror\w*|government|nature)|war|floods?|fires?|earthquakes?|natural disasters?|strikes?|riots?|sanctions"
    r"|epidemics?|pandemics?|terror\w+|labou?r (?:disputes?|actions?)|embargo\w*|governmental actions?|inability to obtain)"
)

CUES: Final[Mapping[str, re.Pattern[str]]] = {
    "parties": _re(
        r"\b(?:entered into|made|concluded)\b.{0,60}\b(?:by and )?between\b|\b(?:agreement|sla)\b.{0,40}\bbetween\b.{0,160}\band\b"
        r"|\((?:the |hereinafter |referred to as )*\"(?:service )?(?:provider|supplier|vendor|contractor|company|customer|client"
        r"|licensor)\""
    ),
    "definitions": _re(
        r"(?:^|[.;:]\s|\)\s|\b(?:in|of|purposes of) this \w+,?\s)\W{0,8}\"[^\"]{2,60}\"\s+(?:(?:or"
        r"|and)\s+\"[^\"]+\"\s+)?(?:\([^)]*\)\s+)?(?:(?:shall|will)\s+)?(?:means?"
        r"|refers to|is defined as)\b"
        r"|\bshall have the (?:following )?meanings?\b|\bshall be defined as\b|\bfollowing (?:definitions|terms)\b"
        r"|^\W*(?:the )?(?:[\w-]+ ){1,4}(?:is|are) defined as\b|^\W*definitions?\W*$"
    ),
    "purpose": _re(
        rf"\b(?:purpose|goals?|objectives?|aim|intent) of (?:this|the) (?:[\w-]+ ){{0,4}}?{_AGREEMENT}\b"
        rf"|\bthis (?:[\w-]+ ){{0,4}}?{_AGREEMENT}\b(?: \([^)]*\))? (?:explains|describes|aims|outlines|defines|details"
        rf"|is intended to|is designed to"
        rf"|has been developed to|sets out|sets forth)\b|\bwhereas\b,? [a-z]+|\bwitnesseth\b"
    ),
    "scope": _re(
        rf"\b{_AGREEMENT}\b.{{0,30}}\b(?:covers|applies (?:only )?to|is applicable to|governs the use|is valid for all)\b"
        r"|\bshall (?:provide|perform|render)\b.{0,50}\bservices (?:described|set forth|specified|listed)\b"
        r"|\bservices (?:are|is) covered by\b"
    ),
    "exclusions": _re(
        r"\b(?:sla|agreement|commitment|guarantee|credits?|calculation|percentage|downtime|availability|unavailability)\b.{0,60}"
        r"\b(?:does|do|shall|will) not (?:apply|include|cover)\b|\bfollowing (?:are|is|shall be) (?:excluded|not)\b"
        r"|\b(?:guarantee|sla|commitment|agreement) excludes\b|\bexcluded from\b|\bexcludes any\b"
        r"|\bnot (?:be )?(?:responsible|liable|obligated)\b.{0,60}\b(?:unavailability|lack of availability|outages?|downtime"
        r"|problems? caused)\b"
    ),
    "roles": _re(
        r"\b(?:customer|client|user|provider|supplier|contractor)(?:'s|s|s')? responsibilities\b|\bis responsible for (?:management"
        r"|maintaining"
        r"|providing|facilitating|ensuring|monitoring)\b|\bthe role of the\b|\bresponsibilities (?:of the|include)\b"
    ),
    "governance": _re(r"\brelationship managers?\b|\bsteering (?:committee|group)\b|\bdocument owner\b.{0,80}\b(?:stakeholders|team)\b"),
    "service_levels": _re(
        r"\b(?:uptime|availability|available)\b.{0,80}\d\d(?:\.\d+)?\s?%"
        r"|\b(?:respond|response|resolve|resolution)\w*\b.{0,60}\bwithin\b.{0,25}\b(?:hours?|minutes?|days?)\b"
    ),
    "measurement": _re(
        rf"\b{_QUALITY}\b.{{0,80}}\b(?:is|are|will be|shall be|be|been) (?:\w+ ){{0,2}}{_FIND_OUT}\b"
        rf"|\b(?:calculated|measured|computed|sampled|assessed) (?:as|by|using|{_OFTEN}|from the moment|each|per|based on|with"
        rf"|over a?)\b|\bcalculation\b.{{0,60}}\b(?:divided|minus|less)\b"
        r"|\b(?:random|periodic) (?:sampling|inspections?)\b|\b(?:100 ?%|one hundred percent) inspection\b|\bmethods? of surveillance\b"
        r"|\bmonitoring (?:tools?|systems?)\b|\bsurveillance (?:plan|method)\b|\bdivided by the total\b"
    ),
    "reporting": _re(
        r"\b(?:shall|will|must)\b.{0,40}\b(?:provide|submit|deliver|send|furnish|issue)\b.{0,60}\breports?\b(?! of| an| any| the)"
        rf"|\b{_OFTEN} (?:[\w-]+ ){{0,3}}reports?\b|\breports? (?:on (?:a|an) )?{_OFTEN}\b|\bwith a report (?:depicting|showing|of|on)\b"
    ),
    "review": _re(
        rf"\breviewed (?:at least |on an? )?(?:{_OFTEN}|once|every|each|by the parties)\b|\b{_OFTEN} (?:business |service "
        rf"|performance )?reviews?\b"
    ),
    "penalties": _re(
        r"\bservice (?:level )?credits?\b.{0,80}\d|\bcredit\b.{0,40}\d+(?:\.\d+)?\s?%|\bcredit (?:[\w']+ ){0,4}?(?:week|day|month"
        r"|account|invoice)\b"
        r"|\b(?:entitled|eligible)\b.{0,40}\b(?:credit|refund|compensation)\b|\bliquidated damages\b|\bfees? at risk\b|\bamount at risk\b"
        r"|\bpay you compensation\b|\breduc\w+ (?:in |of )?(?:the )?(?:contract |solicitation |order )?price\b|\b(?:apply"
        r"|applies) (?:[\w-]+ ){0,2}credits?\b"
        r"|\bdeduct\w*\b.{0,40}\d|\bre-?perform(?:ance)?\b.{0,80}\b(?:no|price|cost)\b"
    ),
    "escalation": _re(
        r"\b(?:will|shall|may|can|be|is|are) (?:\w+ )?escalated? to\b|\bescalates? to\b|\bescalation (?:path|procedure|process|level)s?\b"
    ),
    "dispute_resolution": _re(
        r"\bbinding arbitration\b|\bsettled by arbitration\b|\b(?:disputes?|disagreements?)\b.{0,80}\b(?:mediat|arbitrat|escalat"
        r"|negotiat)\w+"
    ),
    "support": _re(
        r"\b(?:(?:technical|customer|telephone|phone|email|e-mail|online) support|help ?desk|service desk|support team)\b.{0,80}"
        r"\b(?:available|hours|contact|ticket|provide|answer|respond|monitored|staffed|\d)\w*\b"
        r"|\bsupport (?:availability|hours|is available|requests?|tickets?)\b|\bavailable\b.{0,60}\bfor (?:technical )?support\b"
        r"|\bprovide\b.{0,40}\b(?:technical|customer) support\b"
    ),
    "maintenance": _re(
        r"\b(?:scheduled|planned|routine|emergency|preventive|preventative|regular) maintenance\b|\bmaintenance (?:windows?|work"
        r"|periods?)\b"
        r"|\b(?:scheduled|planned) (?:downtime|outages?)\b"
    ),
    "change_management": _re(r"\bchange (?:requests?|orders?) (?:process|procedure|form|shall|must|will)\b"),
    "improvement": _re(
        r"\b(?:corrective|remedial) action (?:plan|report)s?\b|\bservice improvement plan\b|\bplan to (?:improve|correct|restore)\b"
        r"|\broot cause analysis\b.{0,60}\b(?:plan|corrective)\b"
    ),
    "confidentiality": _re(
        r"\bshall (?:keep|hold|maintain)\b.{0,60}\bconfiden\w+|\bconfidential information of the\b|\bnon-?disclosure agreement\b"
        r"|\bnot to disclose\b"
    ),
    "financial": _re(
        r"\b(?:invoices?|fees?|payments?|charges)\b.{0,60}\b(?:shall be|are|is|must be) (?:\w+ )?(?:due"
        r"|payable|paid|invoiced)\b|\bshall pay\b"
    ),
    "termination": _re(r"\bmay (?:immediately )?terminate (?:this|the) (?:agreement|contract|sla)\b|\bright to terminate (?:this|the)\b"),
    "renewal": _re(
        r"\b(?:automatically|shall|will|be)\b.{0,30}\brenew(?:ed|s)?\b|\brenews automatically\b"
        r"|\b(?:agreement|contract|sla|term)\b.{0,30}\brenewals?\b"
        r"|\bautomatically (?:be )?extended\b|\brenewal terms?\b|\boption (?:years?|periods?)\b"
    ),
    "term": _re(
        r"\binitial term\b.{0,80}\b(?:year|month)s?\b|\b(?:agreement|contract|sla)\b.{0,60}\b(?:remains? (?:in (?:force"
        r"|effect)|valid)|is valid (?:for|from|until))\b"
        r"|\bterm of (?:this|the) (?:[\w-]+ )?(?:agreement|lease|contract) shall\b|\bthis (?:[\w-]+ )?agreement (?:shall"
        r"|will) (?:commence|continue|remain)\b"
        r"|\bthis (?:[\w-]+ )?(?:agreement|contract) begins\b"
    ),
    "amendment": _re(
        r"\b(?:agreement|sla|document|policy|terms)\b.{0,60}\b(?:may|can|shall|will"
        r"|must)\b(?: not| only)?(?: be)? (?:amended|modified|changed|updated|revised"
        r"|altered|amend|modify)\b"
        r"|\b(?:amend|modify|change|update|revise)\w* (?:this|the|our|these) (?:agreement"
        r"|sla|service level agreement|terms|document|policy)\b"
        r"|\b(?:no|any) (?:amendment|modification|alteration|change)s?\b.{0,80}\b(?:writing|written|signed)\b"
    ),
    "liability": _re(
        r"\b(?:in no event|under no circumstances)\b.{0,120}\bliab(?:le|ility)\b|\b(?:aggregate|cumulative|total) liability\b"
        r"|\bliability (?:is|shall be) limited\b"
    ),
    "indemnity": _re(
        r"\bshall (?:defend,? )?(?:and )?(?:indemnify|defend and hold)\b|\bindemnif(?:y|ies)\b.{0,40}\bharmless\b"
        r"|\brelease the \w+ from liability\b"
    ),
    "warranty": _re(
        r"\b(?:represents and )?warrants that\b|\bwithout warrant(?:y|ies) of any kind\b"
        r"|\bdisclaims? all\b.{0,40}\bwarrant|\bmakes? no (?:\w+ )?(?:guarantee|warrant)|\bguarantees that (?:his|its|the) content\b"
    ),
    "force_majeure": _re(
        rf"\b(?:neither|no|either) party\b.{{0,160}}\b(?:acts? of god|force majeure|beyond (?:its|their"
        rf"|the) (?:\w+ )?(?:reasonable )?control)\b"
        rf"|\b(?:event|circumstances?) of force majeure\b|\(\"?force majeure\b"
        rf"|\b(?:force majeure|beyond\b.{{0,40}}\bcontrol)\b.{{0,60}}\b{_DISASTER}\b|\b{_DISASTER}\b[\s,;]+(?:or "
        rf"|and )?(?:\w+ ){{0,3}}{_DISASTER}\b"
    ),
    "governing_law": _re(r"\bgoverned by\b.{0,80}\blaws?\b|\bconstrued\b.{0,120}\blaws of\b"),
    "assignment": _re(
        r"\b(?:may|shall|will) (?:not )?(?:be )?assign(?:ed)?\b.{0,80}\b(?:agreement"
        r"|consent|rights)\b|\bsuccessors and (?:permitted )?assigns\b"
    ),
    "notices": _re(r"\b(?:all|any) notices?\b.{0,100}\b(?:shall|must|will) be\b.{0,40}\b(?:in writing|given|sent|delivered)\b"),
    "signatures": _re(
        r"\bin witness whereof\b|^\W*(?:signature|signed(?: by)?|authori[sz]ed signature)\s*:?\s*_*\s*$"
        r"|\bby:\s*_{2,}|/s/|\bby signing below\b"
    ),
    "audit": _re(
        r"\bright to audit\b|\bmay audit\b|\b(?:inspect|audit|examine)\b.{0,60}\b(?:books"
        r"|records|accounts)\b|\bbooks (?:of account )?and records\b"
    ),
    "subcontracting": _re(
        r"\bmay (?:use|engage|subcontract)\b.{0,40}\bsubcontract\w*\b|\bsubcontract (?:any|its|the|all)\b|\bmay subcontract\b"
        r"|\b(?:sub-?contractors?|sub-?franchisees?|sub-?licensees?) (?:shall|must|will|of)\b"
    ),
    "intellectual_property": _re(
        r"\bright,? title,? and interest\b|\bintellectual property rights\b.{0,80}\b(?:remain|retain|own|belong|vest)"
    ),
    "data_protection": _re(r"\bpersonal (?:data|information)\b.{0,80}\b(?:comply|protect|process|privacy|law)\w*\b"),
}
"""Words of sentences that show a kind of clause where no heading does."""

NO_CUE: Final[Mapping[str, re.Pattern[str]]] = {
    "maintenance": _re(
        r"\b(?:exclu\w+|except\w*|other than|outside(?: of)?|not includ\w+|suspended during|less|minus|result\w* from|caused by"
        r"|due to)\b[^.;]*$"
    ),
    "purpose": _re(r"\bmeans\b"),
    "measurement": _re(r"\bfees?\b|\bdamages\b|\broyalt\w+"),
    "reporting": _re(r"\b(?:problem|incident|fault|bug|status) reports?\b"),
    "force_majeure": _re(r"\be\.g\.,? force majeure"),
}
"""Words just before a cue that show that something else is spoken of: maintenance that is only left out of a figure is no clause on it."""

COLUMNS: Final[Mapping[str, re.Pattern[str]]] = {
    "service_levels": _re(
        r"\b(?:response|resolution|restoration|initial response|turnaround|performance) (?:time|standard|target|goal)s?\b"
        r"|\btargets?\b|\bsl[ao]\b"
        r"|\bservice levels?\b|\bacceptable quality levels?\b|\baqls?\b|\bguarantees?\b|\bexpected levels?\b|\bminimum levels?\b"
        r"|\buptime\b"
    ),
    "measurement": _re(
        r"\bsurveillance\b|\bmeasur(?:ement|ed|ing)\b|\bcalculat\w+|\bformula\b|\bdata source\b|\bmonitoring\b"
        r"|\bmethod of (?:inspection|assessment)\b"
        r"|\bhow measured\b|\bassessment methods?\b"
    ),
    "penalties": _re(
        r"\bcredits?\b|\bcredited\b|\bpenalt(?:y|ies)\b|\bdeductions?\b|\bat risk\b|\bremed(?:y|ies)\b|\brefund\b|\bcompensation\b"
        r"|\b(?:dis)?incentives?\b"
    ),
    "review": _re(r"\bfrequency of review\b|\breview frequency\b"),
    "reporting": _re(r"\breporting period\b|\breport(?:ing)? (?:frequency|interval)\b|\breport name\b"),
    "definitions": _re(r"^(?:definitions?|meanings?|definition of .*)$"),
    "escalation": _re(r"^escalat\w+"),
}
"""Words in the head of a table's column that show a kind of clause."""
