"""Welsh mutations: real words as a table, traps as lists, laws as properties."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from protocolau.language.welsh.mutation import (
    MUTATIONS,
    TABLES,
    forms,
    mutate,
    phrase_pattern,
    radicals,
    split_clitic,
)

# A dash: the word does not take that mutation.
TABLE = """
radical       soft          nasal          aspirate      mixed         h
pwyllgor      bwyllgor      mhwyllgor      phwyllgor     phwyllgor     –
protocol      brotocol      mhrotocol      phrotocol     phrotocol     –
tref          dref          nhref          thref         thref         –
tŷ            dŷ            nhŷ            thŷ           thŷ           –
cyngor        gyngor        nghyngor       chyngor       chyngor       –
côd           gôd           nghôd          chôd          chôd          –
barn          farn          marn           –             farn          –
dyletswydd    ddyletswydd   nyletswydd     –             ddyletswydd   –
gwybodaeth    wybodaeth     ngwybodaeth    –             wybodaeth     –
grŵp          rŵp           ngrŵp          –             rŵp           –
gŵyn          ŵyn           ngŵyn          –             ŵyn           –
glân          lân           nglân          –             lân           –
gnawd         nawd          ngnawd         –             nawd          –
monitro       fonitro       –              –             fonitro       –
llywodraeth   lywodraeth    –              –             lywodraeth    –
rheolau       reolau        –              –             reolau        –
etholwyr      –             –              –             –             hetholwyr
aelodau       –             –              –             –             haelodau
iaith         –             –              –             –             hiaith
wyneb         –             –              –             –             hwyneb
ŵyn           –             –              –             –             hŵyn
ôl            –             –              –             –             hôl
chwyn         –             –              –             –             –
ddoe          –             –              –             –             –
ffurf         –             –              –             –             –
fel           –             –              –             –             –
nghylch       –             –              –             –             –
ngwlad        –             –              –             –             –
phwyso        –             –              –             –             –
theatr        –             –              –             –             –
swyddog       –             –              –             –             –
hawl          –             –              –             –             –
lefel         –             –              –             –             –
nod           –             –              –             –             –
radio         –             –              –             –             –
jôc           –             –              –             –             –
Caerdydd      Gaerdydd      Nghaerdydd     Chaerdydd     Chaerdydd     –
CAERDYDD      GAERDYDD      NGHAERDYDD     CHAERDYDD     CHAERDYDD     –
Llandudno     Landudno      –              –             Landudno      –
LLANDUDNO     LANDUDNO      –              –             LANDUDNO      –
Rhondda       Rondda        –              –             Rondda        –
Gwybodaeth    Wybodaeth     Ngwybodaeth    –             Wybodaeth     –
GWYBODAETH    WYBODAETH     NGWYBODAETH    –             WYBODAETH     –
Gŵyr          Ŵyr           Ngŵyr          –             Ŵyr           –
Etholwyr      –             –              –             –             Hetholwyr
ÂR            –             –              –             –             HÂR
pwyllgor'r    bwyllgor'r    mhwyllgor'r    phwyllgor'r   phwyllgor'r   –
cwyn’r        gwyn’r        nghwyn’r       chwyn’r       chwyn’r       –
"""
HEADINGS, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CASES = [
    (radical, mutation, None if form == "–" else form)
    for radical, *row in ROWS
    for mutation, form in zip(HEADINGS[1:], row, strict=True)
]


@pytest.mark.parametrize(("radical", "mutation", "form"), CASES)
def test_a_word_and_a_mutation_give_the_form(radical, mutation, form):
    assert mutate(radical, mutation) == form


@pytest.mark.parametrize(("radical", "mutation", "form"), [c for c in CASES if c[2]])
def test_a_form_leads_back_to_its_radical(radical, mutation, form):
    assert form in forms(radical)
    assert radical in radicals(form)


@pytest.mark.parametrize("word", ["", "g", "'", "’n", "gh", "cH", "bh", "tdu", "lll", "gng"])
def test_odd_words_never_fuse_into_another_letter(word):
    assert all(word in radicals(form) for form in forms(word))


def test_every_mutation_named_in_the_data_is_offered():
    assert set(TABLES) == {"soft", "nasal", "aspirate", "mixed", "h"}
    assert MUTATIONS["mixed"]["after"] == ["ni", "na", "oni"]
    assert {"ei", "ein", "eu", "'m"} <= set(MUTATIONS["h"]["after"])


@pytest.mark.parametrize(
    ("form", "found"),
    {
        "fan": "ban fan man",
        "ban": "ban pan",
        "pan": "pan",
        "man": "ban man",
        "wybodaeth": "gwybodaeth wybodaeth",
        "Wybodaeth": "Gwybodaeth Wybodaeth",
        "WYBODAETH": "GWYBODAETH WYBODAETH",
        "hetholwyr": "etholwyr hetholwyr",
        "mhwyllgor": "mhwyllgor pwyllgor",
        "Nghaerdydd": "Caerdydd Nghaerdydd",
        "lan": "glan lan llan",
        "llan": "llan",
        "ran": "gran ran rhan",
        "rhan": "rhan",
        "nos": "dos gnos nos",
        "ddewis": "ddewis dewis",
        "dewis": "dewis tewis",
        "ffurf": "ffurf",
        "theatr": "teatr theatr",
    }.items(),
)
def test_going_back_gives_every_candidate(form, found):
    assert radicals(form) == set(found.split())


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("Safonau'r", ("Safonau", "'r")),
        ("Safonau’r", ("Safonau", "’r")),
        ("SAFONAU'R", ("SAFONAU", "'R")),
        ("mae'n", ("mae", "'n")),
        ("a'u", ("a", "'u")),
        ("i'w", ("i", "'w")),
        ("a'i", ("a", "'i")),
        ("a'm", ("a", "'m")),
        ("a'th", ("a", "'th")),
        ("o'ch", ("o", "'ch")),
        ("tŷ'r", ("tŷ", "'r")),
        ("safonau", ("safonau", "")),
        ("council's", ("council's", "")),
        ("d'eud", ("d'eud", "")),
        ("'r", ("'r", "")),
        ("", ("", "")),
    ],
)
def test_a_clitic_comes_off(token, parts):
    assert split_clitic(token) == parts


def same_word(a: str, b: str) -> bool:
    """Whether one radical can have both forms."""
    first, second = (radicals(split_clitic(form)[0].casefold()) for form in (a, b))
    return not first.isdisjoint(second)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("gyngor", "nghyngor"),
        ("cyngor", "chyngor"),
        ("Gyngor", "CYNGOR'R"),
        ("bwyllgor", "phwyllgor"),
        ("wybodaeth", "ngwybodaeth"),
        ("reolau", "Rheolau’r"),
        ("hetholwyr", "etholwyr"),
        ("fan", "ban"),
        ("fan", "man"),
        ("ban", "pan"),
        # Both are forms of pan.
        ("phan", "ban"),
    ],
)
def test_two_forms_of_one_word_are_the_same_word(a, b):
    assert same_word(a, b) and same_word(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("fan", "pan"),
        ("phan", "fan"),
        ("mhan", "fan"),
        ("man", "pan"),
        ("llan", "rhan"),
        ("ddewis", "tewis"),
        ("cyngor", "cyngrair"),
        ("aelod", "aelodau"),
    ],
)
def test_two_words_stay_two(a, b):
    assert not same_word(a, b) and not same_word(b, a)


FOUND = [
    ("pwyllgor safonau", "i Bwyllgor Safonau'r cyngor", "Bwyllgor Safonau'r"),
    ("pwyllgor safonau", "a Phwyllgor Safonau’r Cyngor", "Phwyllgor Safonau’r"),
    ("Pwyllgor Safonau", "ym mhwyllgor safonau Conwy", "mhwyllgor safonau"),
    ("rheolau sefydlog", "yn unol â'i reolau sefydlog.", "reolau sefydlog"),
    ("prif weithredwr", "cyngor gan brif weithredwr y sir", "brif weithredwr"),
    ("rhyddid gwybodaeth", "Deddf Rhyddid\n  Gwybodaeth 2000", "Rhyddid\n  Gwybodaeth"),
    ("gwybodaeth gyfrinachol", "Wybodaeth\u00a0gyfrinachol", "Wybodaeth\u00a0gyfrinachol"),
    ("etholwyr", "ein hetholwyr", "hetholwyr"),
    ("chwythu'r chwiban", "polisi chwythu’r chwiban", "chwythu’r chwiban"),
    ("chwythu’r chwiban", "Chwythu'r Chwiban", "Chwythu'r Chwiban"),
    ("is-gadeirydd", "yr Is-gadeirydd", "Is-gadeirydd"),
    ("cyngor", "(nghyngor)", "nghyngor"),
    ("cyngor", "‘Cyngor’", "Cyngor"),
    ("cyngor", "Cyngor'ryw", "Cyngor"),
    ("(NALC)", "polisi (NALC) ar", "(NALC)"),
]
NOT_FOUND = [
    ("cyngor", "cynghorydd"),
    ("cyngor", "ymgyngor"),
    ("cadeirydd", "is-gadeirydd"),
    ("aelod", "aelod-wladwriaeth"),
    ("pan", "fan"),
    ("pwyllgor safonau", "pwyllgor y safonau"),
    ("chwythu'r chwiban", "chwythu chwiban"),
    ("pwyllgor", "PWYLLGOR"),
    ("", "cyngor"),
]


@pytest.mark.parametrize(("phrase", "text", "found"), FOUND)
def test_a_phrase_is_found_in_running_text(phrase, text, found):
    assert re.search(phrase_pattern(phrase), text)[0] == found


@pytest.mark.parametrize(("phrase", "text"), NOT_FOUND)
def test_a_phrase_is_not_found_where_it_is_not(phrase, text):
    assert not re.search(phrase_pattern(phrase), text)


def test_a_heading_in_capitals_is_found_when_case_is_ignored():
    pattern = re.compile(phrase_pattern("pwyllgor safonau"), re.IGNORECASE)
    assert pattern.search("A PHWYLLGOR SAFONAU'R CYNGOR")[0] == "PHWYLLGOR SAFONAU'R"


LETTERS = "abcdefghijlmnoprstuwyâêîôûŵŷ'’-"
small = st.text(LETTERS, min_size=1, max_size=8)
words = small | small.map(str.capitalize) | small.map(str.upper)


@given(words)
def test_every_form_leads_back_to_the_word(word):
    # A lone capital tells nothing of the rest ("A" may be Ga or GA), hence case-folded.
    for form in forms(word):
        assert word.casefold() in {r.casefold() for r in radicals(form)}


@given(words)
def test_every_form_is_the_same_word(word):
    stem = split_clitic(word)[0]
    assume(split_clitic(stem)[0] == stem)  # no token has two clitics
    assert all(same_word(word, form) for form in forms(stem))


@given(st.sampled_from("aeiouwyâêîôûŵŷ"), small)
def test_p_b_f_and_m_never_merge(vowel, rest):
    p, b, f, m = (letter + vowel + rest for letter in "pbfm")
    assert not same_word(p, f) and not same_word(p, m)
    assert {p, b, f, m}.isdisjoint(forms(f) - {f})
    assert len({forms(w) for w in (p, b, f, m)}) == 4


@given(st.text(), st.sampled_from(sorted(TABLES)))
def test_no_text_is_too_strange(text, mutation):
    assert mutate(text, mutation) is None or mutate(text, mutation) in forms(text)
    assert text in radicals(text)
    assert "".join(split_clitic(text)) == text
    re.compile(phrase_pattern(text))


@given(words.filter(lambda word: not split_clitic(word)[1]))
def test_a_phrase_finds_all_its_forms(word):
    pattern = re.compile(phrase_pattern(word))
    assert all(pattern.fullmatch(form) for form in forms(word) if not form.isupper())
