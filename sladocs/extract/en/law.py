"""How English says whose law governs."""

from __future__ import annotations

import re
from typing import Final

_VERB: Final = (
    r"(?:[Gg]overned|[Cc]onstrued|[Ii]nterpreted|[Cc]ontrolled|[Ss]ubject\s+to|[Gg]overning\s+[Ll]aw\b[^.;]{0,40}?\b(?:is|shall\s+be|are)"
    r"|[Aa]pplicable\s+[Ll]aw\b[^.;]{0,40}?\b(?:is|shall\s+be))"
    r"(?:[\s,]+(?:by|in|and|exclusively|solely|interpreted|construed|enforced|governed"
    r"|controlled|under|accordance|with|according|to|all|respects"
    r"|pursuant|will|shall|be))*(?:[^.;]{0,70}?\bin\s+accordance\s+with)?,?"
)
_OF_LAND: Final = r"(?:(?:the\s+)?(?:(?:state|commonwealth|province|republic|country)\s+of\s+)?(?:the\s+)?)"
_OVER_LAND: Final = r"(?:(?:the\s+)?United\s+States(?:\s+of\s+America)?\s+and\s+(?:of\s+)?)?(?:the\s+[Pp]rovince\s+of\s+)?"
"""What stands before the name of the state whose law it is."""
LAW: Final = re.compile(
    rf"\b{_VERB}\s+(?:the\s+)?(?:(?:substantive|internal|domestic|applicable|local|civil)\s+)*"
    rf"[Ll]aws?(?:\s+and\s+regulations)?\s+(?:in\s+force\s+in|of|in)\s+{_OVER_LAND}(?P<of>{_OF_LAND}[A-Z][^;:()\"]*)"
    rf"|\b(?:[Gg]overned|[Cc]onstrued|[Ii]nterpreted|(?:[Aa]greement|[Cc]ontract|[Tt]erms)\b[^.;]{{0,30}}?\b(?:is"
    rf"|are)\s+subject)\b[^.;]{{0,40}}?\b(?:by|with"
    r"|under|to)\s+(?:the\s+)?(?P<adjective>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)\s+[Ll]aws?\b"
)
"""A sentence on the governing law; `of` begins with, or `adjective` is, whose law it is."""
LAW_END: Final = re.compile(
    r"[,\s]+(?:without|excluding|exclusive\s+of|except(?:ing)?|irrespective|notwithstanding"
    r"|regardless|disregarding|as\s+(?:if|applied|such|applicable|they|it)"
    r"|and\s+(?:the|any|each|all|both|shall|will|to|is|by|subject|that|without|applicable)\b"
    r"|applicable\s+to|in\s+(?:all|force|effect)|which|where|but\b"
    r"|other\s+than|whether|to\s+the|shall|will\b|governs?|apply|applies|with(?:out)?\b"
    r"|for\s|from\s|is\b|are\b|,\s+and|then\b|if\b|unless\b).*$"
    r"|,(?!\s*(?:[A-Z][\w.'-]*|of|and|the|\s)+\.?$).*$|[.,\s]+$",
    re.DOTALL,
)
"""What stands behind the name of a law: its exceptions, the courts, a comma unless only names follow to the end ("Ontario, Canada")."""
NO_LAW: Final = re.compile(
    r"(?:the\s+)?(?:state|law|federal|applicable|governing|jurisdiction|master agreement"
    r"|agreement|any|such|this)|.*\b(?:organi[sz]ation|agreement)\b.*",
    re.IGNORECASE,
)
"""Words that name no law."""
