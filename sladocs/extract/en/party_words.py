"""The words round a party's name: the verbs of which it is the subject, the nouns that it owns, and the words that are no name."""

from __future__ import annotations

import re
from typing import Final

from sladocs.extract.en.fact_tables import CUSTOMER, PROVIDER

MODAL: Final = (
    r"(?:will|shall|must|may|can|cannot|agrees?|undertakes?|reserves?|commits?|guarantees?|warrants?|promises|aims?|strives?"
    r"|endeavou?rs?)"
)
PROVIDES: Final = (
    rf"(?:{MODAL}|is (?:committed|responsible|supported|obliged|not (?:responsible|liable|obliged))|provides|offers|operates|owns"
    rf"|manages|engineers"
    r"|maintains|supplies|hosts|delivers|targets?|stocks|employs|uses|monitors|determines|considers|deems|fails|has (?:identified"
    r"|determined|no)"
    r"|makes|does not|records|recogni[sz]es)"
)
"""What stands behind the name of one who provides."""
OFFERED: Final = r"(?:service desk|support team|cloud service|cloud services|platform|network|team|services|products|experiences|api)"
"""What is called after the one who provides it: "the Northwind network"."""
RECEIVES: Final = (
    r"(?:inspects?|pays?|orders?|receives?|accepts?|approves?|requires?|requests?|seeks?|intends|desires|needs|has approximately)"
)
"""What stands behind the name of one who buys."""
BEFORE_PROVIDER: Final = (
    r"(?:provided|offered|owned|operated|delivered|managed|run|supported|hosted|guarantee|maintained|developed|stocked|made|issued|caused"
    r"|determined|designated) (?:and \w+ )?by (?:the )?$|\boperation of $"
)
"""What stands before the name of one who provides."""
NEAR_PROVIDER: Final = (
    r"\bservices? (?:of|from) $|\bat $|\b(?:contact|notify|inform|notice to|request to|report to|written to) $|\bon the $|\bour $"
)
"""What often stands before it."""
BEFORE_CUSTOMER: Final = (
    r"\b(?:applicable for|statement of work for|agreed upon between the contractor and|will provide|shall provide|provided to"
    r"|contract for|delivered to|on behalf of|submitted to|agreement,) (?:the )?$"
)
"""What stands before the name of one who buys."""
OWNED: Final = (
    r"['’]s? (?:[\w-]+ ){0,3}?(?:network|services?|platform|control|obligations?|liability|failure|support|systems?|infrastructure"
    r"|equipment|facilit\w+|staff|team|option|discretion|service level|outage|site|website|sla|slos?|status|terms|commitment"
    r"|guarantee|promise|dedication)\b"
)

ORGANISATION: Final = re.compile(
    r"\b(?:department|administration|agency|office|university|institute|centre|center|council|authority|ministry|bureau|commission"
    r"|committee|bank"
    r"|foundation|association|company|corporation|group|division|team|board|city|county|district|service|services|state|college"
    r"|school|trust"
    r"|inc|llc|ltd|limited|gmbh|plc|b\.v|s\.a|ag|oy|as|ab|corp|co)\b\.?",
    re.IGNORECASE,
)
"""Words that names of organisations hold."""

_COMMON: Final = (
    "am pm saas paas iaas feb jan mar apr jun jul aug sep sept oct nov dec us na tba the this that these those a an any all each "
    "every no our your its their we you it they he she i if when where while once in on at by for from with without within under "
    "over of to and or but as is are be not note except unless until upon during after before between such other also service "
    "services level levels agreement agreements sla slas slo slos ola olas kpi kpis kpa qasp aql customer customers client clients "
    "user users provider providers supplier suppliers vendor vendors contractor contractors subcontractor company party parties "
    "licensee licensor reseller distributor subscriber merchant tenant landlord buyer seller government state agency council "
    "department support maintenance help desk helpdesk network networks system systems platform platforms site sites data center "
    "centre software hardware equipment internet web website portal product products application applications cloud hosting server "
    "servers api apis availability uptime downtime unavailability outage outages latency jitter packet loss response resolution "
    "restoration time times hour hours day days week weeks month months monthly year years annual quarter quarterly business "
    "priority severity incident incidents request requests ticket tickets problem problems error errors critical high medium low "
    "urgent normal standard premium basic gold silver bronze enterprise professional plan plans fee fees charge charges credit "
    "credits invoice payment section article schedule exhibit annex appendix attachment table figure page part chapter clause "
    "definition definitions term terms date dates effective scope purpose policy report reports reporting review reviews metric "
    "metrics target targets measure measurement performance quality management manager managers officer technician engineer "
    "engineers team teams staff representative coordinator director operations technical project program programme contract order "
    "orders form statement work works standards requirement requirements objective objectives guarantee guarantees commitment "
    "commitments warranty liability law laws force majeure acts god emergency scheduled planned unscheduled window notice "
    "notification email mail e-mail phone telephone call calls chat contact contacts january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday sunday holiday holidays eastern "
    "central pacific mountain utc gmt est edt cst cdt mst pst pdt cet cest bst usd eur gbp inr aud cad rto rpo rca mttr mtbf mttd "
    "dns dhcp ip tcp http https ssl tls vpn voip sip isp cpe lan wan mpls poc cor cotr co ko qa qc hr ups hvac raid cpu ram ddos "
    "faq pdf url gdpr iso itil aws azure vm vms smtp imap ftp ssh sec id nbd n/a tbd rfc rfq rfp pws sow far cfr ivr acd pin pbx "
    "pstn pop csr dba crm erp backup backups monitoring security access point points first second third next same total number "
    "percentage percent average mean maximum minimum additional special general specific full partial root cause analysis change "
    "changes exclusions exclusion exceptions exception remedies remedy penalties penalty escalation example examples name "
    "description category type yes none new working weekdays weekends daily weekly on-site onsite remote local global online "
    "default custom primary secondary overview introduction summary "
)
COMMON: Final = frozenset(_COMMON.split())
"""Words of the field and of the language that, alone, name nobody."""

DEPARTMENT: Final = re.compile(
    r"(?:department|division|office|agency|administration|university|institute|directorate|bureau"
    r"|ministry)\.?",
    re.IGNORECASE,
)
"""Last words of names that may consist of common words: "Facilities Department"."""
ADJECTIVE: Final = re.compile(r"\w{3,}(?:ing|ed|ive|al|ary|ous|able|ible|ful|less|ly|tion|ment|ance|ence|ness|ity)s?", re.IGNORECASE)
"""Words that a title has in capitals and that are rarely names."""
GROUPS: Final = re.compile(r"(?i).*\b(?:users?|customers?|clients?|stakeholders|management|members|merchants?|subscribers?|parties|you)$")
"""Names of many people, who are no party by name."""

PLACEHOLDER: Final = re.compile(
    r"(?:your |the )?(?:company|customer|client|provider|supplier|vendor|organi[sz]ation|business)(?:\(s\)"
    r"|s)?(?:['’]s)?(?:\s+name)?\W*|.*(?:\[|<|_{2,}|X{3,}|\bTBD\b).*",
    re.IGNORECASE,
)
"""Words that stand where a name is still to be written."""

ROLE_IN_BRACKETS: Final = rf"\(\s*(?:the\s+|as\s+|hereinafter\s+)*(?P<role>{PROVIDER}|{CUSTOMER})\s*\)"
"""A role behind a name, without quotation marks: "Harbourline (Customer)"."""

NAMELESS_PROVIDER: Final = re.compile(r"\b(?:the )?(?:contractor|vendor|supplier|offeror|service provider)(?:['’]s?)?\b", re.IGNORECASE)
"""How a buyer's paper calls a provider whose name it does not know yet."""
