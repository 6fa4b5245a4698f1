"""The words, in either language, by which a document says which of its own facts a date is, and that it is none."""

import re

from protocolau.language.months import ABBREVIATED, ENGLISH, WELSH
from protocolau.read.written_dates import DATE

ADOPTED = re.compile(
    r"adopted|approved|ratified|date of (?:adoption|approval|ratification)(?! of (?!this))|(?:adoption|approval) date|"
    r"mabwysiad|cymeradwy|fabwysi",
    re.IGNORECASE,
)
"""That it was adopted."""
AT_FIRST = re.compile(r"\b(?:original(?:ly)?|first|initial(?:ly)?|gwreiddiol|wreiddiol|cyntaf|gyntaf)\b", re.IGNORECASE)
"""Before such a word: it is of the first version, and not of this one, that the date is said."""
FIRST_AFTER = re.compile(r"\w*\W+(?:(?:am y tro|yn) )?(?:cyntaf|gyntaf|wreiddiol)\b", re.IGNORECASE)
"""Behind it, as Welsh has it: "mabwysiadwyd gyntaf"."""
NOT_YET = re.compile(
    r"\b(?:not|never|to be|will be|shall be|would be|previous(?:ly)?|former(?:ly)?|earlier|draft|heb|i'w|blaenorol)\b|"
    r"\b(?:replac|supersed|disodl|ddisodl)",
    re.IGNORECASE,
)
"""Before the word that says that something was adopted: it was not, or another document was."""
THIS = re.compile(
    r"\b(?:this|it|date|version|hwn|hon|fe['’]i|ei|dyddiad|fersiwn)\b|"
    r"\b(?:the|y|yr) (?:protocol|code|policy|procedure|document|cod|polisi|ddogfen) (?:was|is|has been)\b|"
    r"\bthese (?:\w+ )?(?:orders|regulations|rules|procedures|guidelines) (?:were|are|have been)\b|"
    r"^\W*(?:the )?(?:[\w'’-]+ )?(?:[\w'’-]+ )?council\W*$|"
    r"^\W*(?:the )?(?:protocol|code|policy|procedure|document)\W*$",
    re.IGNORECASE,
)
"""Before that word: it is this document that was, or nothing else is named."""
OF_THIS = re.compile(r"\W*(?:this|it|yr? (?:\w+ ){1,3}h[wyo]n)\b", re.IGNORECASE)
"""Behind it: this document."""
BY_ANOTHER = re.compile(
    r"\W*(?:by|gan)\s+(?:the\s+|y\s+|yr\s+)?(?:NALC|SLCC|LGA|WLGA|CLlLC|NJC|ACAS|One Voice Wales|Un Llais Cymru|"
    r"Local Government Association|National Association|Society of Local|"
    r"(?:Welsh|UK|Scottish) (?:Government|Ministers|Assembly|Parliament)|Parliament|Senedd|L?lywodraeth)\b",
    re.IGNORECASE,
)
"""Behind it: a body that adopts no council's document, but models of them, guidance and laws."""
GUIDANCE = re.compile(r"\b(?:guidance|circular|advice|letter|canllawiau|cylchlythyr)\b", re.IGNORECASE)
"""What others issue, and no council adopts."""
OBJECT = re.compile(r"\W*(?:the|a|an|its|y|yr)\b", re.IGNORECASE)
"""Behind it: how a thing begins that was adopted, issued or reviewed."""
DUE = re.compile(
    r"next review|review due|(?<!last )review date|due for review|date for review|to be reviewed by|"
    r"be (?:next )?reviewed(?! (?:annually|every|each|yearly|regularly|by (?:the|a|an|our|its)\b))|"
    r"adolygiad nesaf|dyddiad adolygu(?! diwethaf)|i'w adolygu|\badolygir\b|"
    r"(?:caiff|bydd|yn cael)(?: yr? (?:\w+ ){1,3}h[wo]n)? ei adolygu",
    re.IGNORECASE,
)
"""That it is to be reviewed."""
REVIEW = re.compile(r"\W*(?:(?:date )?for review|review (?:by|in)|adolygu (?:erbyn|yn|ym(?: mis)?))\W*", re.IGNORECASE)
"""What stands before the date of a review that is to come where there is nothing more. "Review: May 2026" may be of
one that was."""
REVIEW_ALONE = re.compile(rf"(?:review|adolygiad|adolygu)[\W_]+(?:{DATE.pattern})\W*$", re.IGNORECASE)
"""A review and its date alone: it was, or is to come."""
REVIEWS = re.compile(r"(?:review|adolygiad|adolygu)\s*:", re.IGNORECASE)
"""What stands before how often, and when, it is reviewed."""
REVIEWED = re.compile(
    r"last review(?:ed)?|(?<!be )(?<!next )reviewed(?! (?:annually|every|each|yearly|regularly))|adolygwyd|"
    r"adolygiad diwethaf|adolygu diwethaf",
    re.IGNORECASE,
)
"""That it was reviewed."""
AMENDED = re.compile(
    r"\b(?:re-?)?(?:amended|revised|updated)\b|(?<!without )(?<!no )\bamendments?\b|"
    r"\b(?:diwygiwyd|diweddarwyd|[dn]?diwygio|ddiweddaru)\b",
    re.IGNORECASE,
)
"""That it was changed."""
ISSUED = re.compile(r"date of issue|issued|issue date|dyddiad cyhoeddi", re.IGNORECASE)
"""That it was issued."""
SAYS = {"review_due": DUE, "reviewed": REVIEWED, "issued": ISSUED, "adopted": ADOPTED, "amended": AMENDED}
"""The facts that are dates, each with the words that say it."""
WELSH_VERB = re.compile(r"[mf]abwysi|cymeradwy|adolyg|diwyg", re.IGNORECASE)
"""Words behind which Welsh names what was adopted: "mabwysiadwyd y Cod Ymddygiad"."""
JOINED = re.compile(r"\W*(?:and|a|ac)?\W*(?:re-?)?", re.IGNORECASE)
"""What stands between two words that say one date: "reviewed and re-adopted"."""
GOES_ON = re.compile(
    r"(?:[\s,;&]|\b(?:and|on|in|a|ac|ar|ym|"
    r"(?:(?:(?:then )?by|at|[cg]h?an|yn) )?(?:the |y )?(?:full council|council|n?[cg]h?yngor(?: llawn)?))\b)*",
    re.IGNORECASE,
)
"""What stands between two dates that one word says: "reviewed 10 May 2017, 9 May 2019 and 8 May 2021", "approved by
Cabinet on 3 July 2023 and by Council on 19 July 2023"."""
AND = re.compile(
    r"[\s,;]*(?:(?:and|ac|a)\s+(?:(?:was|last|then|formally|finally|subsequently) )*|a['’]i\s+)(?:re-?)?", re.IGNORECASE
)
"""What stands before a word that is said of what the last date was said of: "adopted on 7 May and was reviewed"."""
BEFORE_IT = re.compile(
    r"\b(?:recommended|considered|endorsed|agreed|supported|scrutinised|discussed|"
    r"argymhellwyd|ystyriwyd|cytunwyd|cefnogwyd|trafodwyd)\b",
    re.IGNORECASE,
)
"""What is done with a document before it is adopted: "recommended on 3 March and adopted on 14 May"."""
IT_WAS = re.compile(
    r"\W*(?:(?:(?:this|the|these) [\w'’ -]{1,60}|it) (?:was|were|(?:has|have) been) (?:first )?)?", re.IGNORECASE
)
"""The document itself, or nothing at all, before that."""
CONTROL = re.compile(
    r"version|author|sponsor|audience|document (?:owner|control|reference)|owner|review|approved|adopt|issue|fersiwn|"
    r"awdur|cynulleidfa|perchennog|adolyg|cymeradwy|mabwysi|dyddiad|date|status|reference|minute",
    re.IGNORECASE,
)
"""The words of a table that says what a document is, and of which day."""
TELLS = re.compile(
    r"adopt|approv|ratif|agreed|review|effective|commenc|in force|version|\bv\.? ?\d|"
    r"[mf]abwysi|cymeradwy|cytun|adolyg|i rym|mewn grym|fersiwn",
    re.IGNORECASE,
)
"""What stands beside a date that may be one of the document's."""
OF_A_DATE = re.compile(r"\W*(?:(?:date|dyddiad)\W+)?(?:(?:of|when)\W+)?(?:last\W+|y\W+)?", re.IGNORECASE)
"""What may stand before such a word where a line has hardly more than that and a date."""
LIKE_A_DATE = re.compile(
    rf"{DATE.pattern}|(?<![\d/.-])\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)(?![\d/.-])"
    r"|(?<![\d/])(?:\d{1,2}/)?(?:19|20)\d\d(?![\d/–-])"
    rf"|\b(?:{'|'.join((*ENGLISH, *WELSH, *ABBREVIATED))})\s+['’‘]?\d\d(?!\d)",
    re.IGNORECASE,
)
"""What may be a date, also where it is not sure which: 4/5/2019, May ’19, a year alone."""
OF_A_PAGE = re.compile(
    r"\b(?:web ?)?page(?: was)?(?: last)?\W*#|#\W*(?:y|'r|’r) dudalen\b|\btudalen\W*#", re.IGNORECASE
)
"""A word that says of the page on which a document stands that it was changed."""
NO_DATE = re.compile(
    r"\b(?:Acts?|Order|Regulations|Rules|Measure|Deddf|Gorchymyn|Rheoliadau|Mesur)\b[^.;\d]{0,60}(?:19|20)\d\d|\S*//\S*"
)
"""A law with its year, and the address of a page."""
SAYS_THIS = re.compile(
    r"\W*(?:this|these)\b|\W*\w+ (?:y|yr) (?:\w+ ){1,3}h[wyo]n\b|\W*(?:mae['’]r|y|yr) (?:\w+ ){1,3}h[wyo]n\b",
    re.IGNORECASE,
)
"""How a sentence of a longer text begins that speaks of the document itself."""
