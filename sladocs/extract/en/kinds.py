"""The words by which a heading, or else a sentence, shows which kind of clause stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


HEADINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "parties": _re(r"\bparties\b(?! obligations)|\bthe parties\b|^between$|\bstakeholders?\b|\bpoints? of contact\b"),
    "definitions": _re(r"\bdefinitions?\b|\bdefined terms\b|\bglossary\b|\bterminology\b|\binterpretation\b|\bacronyms\b"),
    "purpose": _re(
        r"\bpurpose\b|\brecitals?\b|\bbackground\b|\bintroduction\b|\boverview\b|\bobjectives?\b"
        r"|\bgoals?\b|\bpreamble\b|\bintent\b|\bexecutive summary\b"
    ),
    "scope": _re(
        r"\bscope\b|\bservice descriptions?\b|\bdescription of (?:the )?services?\b"
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
    "measurement": _re(r"\bmeasur\w+\b|\bcalculat\w+\b|\bmonitoring\b|\bmetrics?\b|\bmethodology\b|\bsurveillance\b"),
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

CUES: Final[Mapping[str, re.Pattern[str]]] = {
    "parties": _re(
        r"\b(?:entered into|made|concluded)\b.{0,60}\b(?:by and )?between\b|\b(?:agreement|sla)\b.{0,40}\bbetween\b.{0,160}\band\b"
    ),
    "definitions": _re(
        r"^\W*\"[^\"]{2,60}\"\s+(?:or\s+\"[^\"]+\"\s+)?(?:shall\s+)?(?:means?|refers to)\b|\bshall have the (?:following )?meanings?\b"
        r"|\bshall be defined as\b|\bfollowing definitions\b"
    ),
    "purpose": _re(
        r"\b(?:purpose|goals?|objectives?|aim) of (?:this|the) (?:[\w-]+ ){0,4}?(?:agreement"
        r"|sla|document|plan|page|contract|objectives?|guide)\b"
        r"|\bthis (?:page|document|agreement|sla|guide) (?:explains|describes|aims)\b|^\W*whereas\b|\bwitnesseth\b"
    ),
    "scope": _re(
        r"\b(?:sla|agreement|document|policy)\b.{0,30}\b(?:covers|applies (?:only )?to|is applicable to|governs the use|is valid for all)\b"
        r"|\bshall (?:provide|perform|render)\b.{0,50}\bservices (?:described|set forth|specified|listed)\b"
    ),
    "exclusions": _re(
        r"\b(?:sla|agreement|commitment|guarantee|credits?|calculation|percentage|downtime|availability|unavailability)\b.{0,60}"
        r"\b(?:does|do|shall|will) not (?:apply|include|cover)\b|\bfollowing (?:are|is|shall be) (?:excluded|not)\b|\bexcluded from\b"
    ),
    "service_levels": _re(
        r"\b(?:uptime|availability|available)\b.{0,80}\d\d(?:\.\d+)?\s?%"
        r"|\b(?:respond|response|resolve|resolution)\w*\b.{0,60}\bwithin\b.{0,25}\b(?:hours?|minutes?|days?)\b"
    ),
    "measurement": _re(
        r"\b(?:availability|uptime|downtime|percentage|performance|service levels?|unavailability)\b.{0,80}\b(?:is"
        r"|are|will be|shall be|be) (?:\w+ ){0,2}"
        r"(?:calculated|measured|determined|computed|monitored)\b|\bcalculated (?:as"
        r"|by|using)\b|\bmonitoring (?:tools?|systems?)\b.{0,40}\bmeasure"
    ),
    "reporting": _re(
        r"\b(?:shall|will|must)\b.{0,40}\b(?:provide|submit|deliver|send|furnish|issue)\b.{0,60}\breports?\b(?! of| an| any| the)"
    ),
    "penalties": _re(
        r"\bservice (?:level )?credits?\b.{0,80}\d|\bcredit\b.{0,40}\d+(?:\.\d+)?\s?%"
        r"|\b(?:entitled|eligible)\b.{0,40}\b(?:credit|refund|compensation)\b|\bliquidated damages\b"
    ),
    "escalation": _re(
        r"\b(?:will|shall|may|can|be|is|are) (?:\w+ )?escalated? to\b|\bescalates? to\b|\bescalation (?:path|procedure|process|level)s?\b"
    ),
    "dispute_resolution": _re(
        r"\bbinding arbitration\b|\bsettled by arbitration\b|\bdisputes?\b.{0,80}\b(?:mediat|arbitrat|escalat|negotiat)\w+"
    ),
    "support": _re(
        r"\b(?:(?:technical|customer|telephone|phone|email|e-mail|online) support|help ?desk|service desk|support team)\b.{0,80}"
        r"\b(?:available|hours|contact|ticket|provide|answer|respond|monitored|staffed)\w*\b"
    ),
    "maintenance": _re(r"\b(?:scheduled|planned|routine|emergency) maintenance\b|\bmaintenance windows?\b"),
    "change_management": _re(r"\bchange (?:requests?|orders?) (?:process|procedure|form|shall|must|will)\b"),
    "confidentiality": _re(r"\bshall (?:keep|hold|maintain)\b.{0,60}\bconfiden\w+|\bconfidential information of the\b"),
    "financial": _re(
        r"\b(?:invoices?|fees?|payments?|charges)\b.{0,60}\b(?:shall be|are|is|must be) (?:\w+ )?(?:due"
        r"|payable|paid|invoiced)\b|\bshall pay\b"
    ),
    "termination": _re(r"\bmay (?:immediately )?terminate (?:this|the) (?:agreement|contract|sla)\b|\bright to terminate (?:this|the)\b"),
    "renewal": _re(
        r"\b(?:automatically|shall|will|be)\b.{0,30}\brenew(?:ed|s)?\b|\brenews automatically\b"
        r"|\b(?:agreement|contract|sla|term)\b.{0,30}\brenewals?\b"
        r"|\bautomatically (?:be )?extended\b|\brenewal terms?\b"
    ),
    "term": _re(
        r"\binitial term\b.{0,80}\b(?:year|month)s?\b|\b(?:agreement|contract|sla)\b.{0,60}\b(?:remains? (?:in (?:force"
        r"|effect)|valid)|is valid (?:for|from|until))\b"
        r"|\bterm of (?:this|the) (?:[\w-]+ )?agreement shall\b|\bthis (?:[\w-]+ )?agreement shall (?:commence|continue|remain)\b"
    ),
    "amendment": _re(
        r"\b(?:agreement|sla|document|policy|terms)\b.{0,60}\b(?:may|can|shall|will"
        r"|must)\b(?: not| only)?(?: be)? (?:amended|modified|changed|updated|revised"
        r"|altered|amend|modify)\b"
        r"|\b(?:amend|modify|change|update|revise)\w* (?:this|the|our|these) (?:agreement"
        r"|sla|service level agreement|terms|document|policy)\b"
        r"|\b(?:no|any) (?:amendment|modification|alteration|change)s?\b.{0,80}\b(?:writing|written|signed)\b"
    ),
    "liability": _re(r"\b(?:in no event|under no circumstances)\b.{0,120}\bliab(?:le|ility)\b|\baggregate liability\b"),
    "indemnity": _re(r"\bshall (?:defend,? )?(?:and )?(?:indemnify|defend and hold)\b|\bindemnif(?:y|ies)\b.{0,40}\bharmless\b"),
    "warranty": _re(
        r"\b(?:represents and )?warrants that\b|\bwithout warrant(?:y|ies) of any kind\b"
        r"|\bdisclaims? all\b.{0,40}\bwarrant|\bmakes? no (?:\w+ )?(?:guarantee|warrant)"
    ),
    "force_majeure": _re(
        r"\b(?:neither|no|either) party\b.{0,160}\b(?:acts? of god|force majeure|beyond (?:its"
        r"|their|the) (?:\w+ )?(?:reasonable )?control)\b|\bevent of force majeure\b"
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
    ),
    "intellectual_property": _re(
        r"\bright,? title,? and interest\b|\bintellectual property rights\b.{0,80}\b(?:remain|retain|own|belong|vest)"
    ),
    "data_protection": _re(r"\bpersonal (?:data|information)\b.{0,80}\b(?:comply|protect|process|privacy|law)\w*\b"),
}
"""Words of sentences that show a kind of clause where no heading does."""
