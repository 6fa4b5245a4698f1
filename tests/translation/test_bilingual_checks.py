"""Checks of translations: planted faults told in full, good Welsh left alone, and no text that breaks a check."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.language.addresses import without_addresses
from protocolau.language.phrases import Phrase, written_words
from protocolau.language.welsh.lexicon import lexicon
from protocolau.language.welsh.speller import TOKEN, Speller
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Document, Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.model.translation import Translation, Unit, anchor_of_unit
from protocolau.model.vocabulary import Bilingual
from protocolau.read.problem import Faulty, as_typed
from protocolau.repository.check import examine
from protocolau.repository.council_files import load_council
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.checks import (
    CHECKS,
    WAIVABLE,
    TranslationChecker,
    accepted_words_in,
    context,
    load_accepted_words,
)
from protocolau.translation.checks.consistency import consistency_warnings
from protocolau.translation.checks.finding import CheckedUnit
from protocolau.translation.checks.terminology import terminology

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "bilingual"
FAULTS = yaml.safe_load((CASES / "faults.yml").read_text("utf-8"))
QUIET = yaml.safe_load((CASES / "quiet.yml").read_text("utf-8"))
WORDS = load_accepted_words(ROOT / "protocols/vocabulary/words.yml")
VOCABULARY = ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1)).vocabulary
CHECKER = TranslationChecker(VOCABULARY, WORDS)


def translated(units: dict[str, Unit], language: str = "cy", council: str = "one") -> tuple[Version, Translation]:
    """Units as a version with its translation, in whichever language; `1 s1` and `1 s2` are one clause."""
    texts: dict[str, list[str]] = {}
    for name, one in units.items():
        texts.setdefault(anchor_of_unit(name), []).append(one.source)
    clauses = tuple(clause(anchor, *spoken) for anchor, spoken in texts.items())
    adopted = "en" if language == "cy" else "cy"
    translation = Translation(language, file_of(council, language), units)
    version = Version(council, "relations", "undated", Path(f"{council}.yml"), "T", adopted, clauses)
    return version, translation


def clause(anchor: str, *texts: str, kind: str = "clause", items: tuple[Provision, ...] = ()) -> Provision:
    """A clause of these statements."""
    statements = tuple(Statement(anchor, position, text) for position, text in enumerate(texts))
    return Provision(anchor, kind, 1, number=anchor, statements=statements, items=items)


def file_of(council: str, language: str = "cy") -> Path:
    return Path(f"{council}.{language}.yml")


def unit(case: dict, line: int = 1, council: str = "one") -> Unit:
    language = case.get("language", "cy")
    source, target = ("cy", "en") if language == "en" else ("en", "cy")
    return Unit(
        case[source], case[target], "draft", file_of(council, language), line, case.get("note"), case.get("waive", {})
    )


def told(case: dict) -> list[str]:
    """What is said of a case: a unit, or a clause cut into several where its texts are lists."""
    if isinstance(case["en"], list):
        cut = [{**case, "en": en, "cy": cy} for en, cy in zip(case["en"], case["cy"], strict=True)]
        units = {f"1 s{place}": unit(one) for place, one in enumerate(cut, start=1)}
    else:
        units = {"1": unit(case)}
    version, translation = translated(units, case.get("language", "cy"))
    return [str(warning) for warning in CHECKER.check_translation(version, translation)]


def library_of(**councils: list[dict]) -> Library:
    """A library of councils with one protocol each, of the units given."""
    made = {}
    for slug, cases in councils.items():
        units = {str(place): unit(case, place, slug) for place, case in enumerate(cases, start=1)}
        version, translation = translated(units, council=slug)
        document = Document(slug, "relations", (version.translated([translation]),))
        name = Bilingual(f"{slug.title()} Town Council", f"{slug.title()} Town Council")
        made[slug] = Council(slug, name, name, "town", "england", {"relations": document})
    return Library(VOCABULARY, made, date(2026, 1, 1))


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_told(name):
    case = FAULTS[name]
    file = f"one.{case.get('language', 'cy')}.yml"
    assert told(case) == [f"{file}:1: {message}" for message in case["tells"]]


def test_every_check_of_a_unit_has_a_planted_fault():
    said = " ".join(message for case in FAULTS.values() for message in case["tells"])
    assert [name for name in CHECKS if f"[{name}]" not in said] == []


@pytest.mark.parametrize("case", QUIET, ids=lambda case: "".join(case["en"])[:40])
def test_good_welsh_is_left_alone(case):
    assert told(case) == []


def test_there_is_enough_good_welsh():
    assert len(QUIET) >= 60


def test_the_five_protocols_have_no_warning(the_five: Library):
    assert [str(warning) for warning in CHECKER.check_library(the_five)] == []


def test_of_the_renderings_to_be_avoided_only_those_are_looked_for_that_begin_as_a_word(monkeypatch):
    terms, stands, looked_for = terminology(VOCABULARY, WORDS), Phrase.stands, []
    monkeypatch.setattr(Phrase, "stands", lambda *where: looked_for.append(where) or stands(*where))
    text = "Rhaid i bob aelod staff drin y gŵyn heb gyfeillgarwch, a dylai'r gadair ateb o fewn deg diwrnod."
    found = terms.avoided_in(text)
    assert [(one.entry, one.text) for one in found] == [
        (entry, wrong)
        for entry in terms.entries
        for wrong, phrase in entry.avoid
        if any(stands(phrase, written_words(text, "cy"), at) for at in range(len(written_words(text, "cy"))))
    ]
    assert 0 < len(found) <= len(looked_for) < 20


def test_councils_without_a_vocabulary_beside_them_are_judged_by_the_words_of_the_one_given(tmp_path):
    shutil.copytree(ROOT / "protocols/conwy", tmp_path / "conwy")
    findings = examine(tmp_path, ROOT / "protocols/vocabulary", date(2026, 1, 1))
    assert (findings.problems, findings.warnings) == ([], [])


def test_every_waiver_of_the_five_has_a_reason_and_names_a_check(the_five: Library):
    units = [
        one
        for council in the_five.councils.values()
        for version in council.versions
        for one in version.translations["cy"].units.values()
    ]
    waivers = [(check, reason) for one in units for check, reason in one.waive.items()]
    assert waivers and all(check in WAIVABLE and reason.strip() for check, reason in waivers)


def test_lexicon_and_terms_are_made_once(monkeypatch):
    library, made = ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1)), []
    monkeypatch.setattr(context, "terminology", lambda *given: made.append(given) or terminology(*given))
    checker = TranslationChecker(library.vocabulary, WORDS)
    checker.check_library(library)
    checker.check_library(library)
    assert len(made) == 1
    assert lexicon.cache_info().misses == 1


def is_welsh_unit(case: dict) -> bool:
    return case.get("language", "cy") == "cy" and isinstance(case["en"], str)


def test_a_unit_is_checked_alone_as_it_is_with_the_others():
    faults = [unit({**case, "language": "cy"}) for case in FAULTS.values() if is_welsh_unit(case)]
    version, translation = translated({str(number): fault for number, fault in enumerate(faults, start=1)})
    alone = [warning for name in translation.units for warning in CHECKER.check_unit(name, version, translation)]
    assert alone == CHECKER.check_translation(version, translation) != []


def test_what_is_said_of_a_unit_does_not_depend_on_those_that_were_checked_before(the_five: Library):
    faults = [unit({**case, "language": "cy"}) for case in FAULTS.values() if is_welsh_unit(case)]
    curly = [replace(one, target=one.target.replace("'", "’")) for one in faults]
    checker = TranslationChecker(VOCABULARY, WORDS)
    for council in (None, *the_five.councils.values()):
        for units in (faults, curly):
            version, translation = translated({str(number): one for number, one in enumerate(units, start=1)})
            alone = TranslationChecker(VOCABULARY, WORDS).check_translation(version, translation, council)
            assert checker.check_translation(version, translation, council) == alone != []


def test_a_long_unit_takes_no_more_time_than_its_words():
    """Its phrases and its names were sought for each word among all the others, which took minutes."""
    long = {"en": "Members and Officers will respect Llan " * 3000, "cy": "Bydd Members and Officers yn parchu " * 3000}
    version, translation = translated({"1": unit(long)})
    shared = context.SharedContext(VOCABULARY, WORDS).of_translation(version, translation, None)
    checked = CheckedUnit("1", long["en"], long["cy"], "cy", shared)
    begun = perf_counter()
    assert checked.untranslated == ("Members and Officers",)
    assert all(checked.is_name(word) for word in ["Llan"] * 20_000)
    assert perf_counter() - begun < 4


def test_the_speller_judges_each_word_once():
    speller = Speller()
    text = " ".join(case["cy"] for case in QUIET if isinstance(case["cy"], str))
    speller.unknown(text)
    speller.unknown(text)
    words = {match[0] for match in TOKEN.finditer(without_addresses(text))}
    parts = {part for word in words for part in (word, word.split("'")[0], *word.split("-"))}
    assert words <= set(speller._known) <= parts


def test_a_councils_own_name_is_no_english_left():
    library = library_of(halewood=[{"en": "HALEWOOD TOWN COUNCIL", "cy": "HALEWOOD TOWN COUNCIL"}])
    assert CHECKER.check_library(library) == []


def test_what_any_council_is_called_mutates_like_other_words():
    library = library_of(er=[{"en": "Officers of the Council.", "cy": "Swyddogion y Gyngor."}])
    named = replace(library.councils["er"], name=Bilingual("Er Town Council", "Cyngor Tref Er"))
    assert [str(warning) for warning in CHECKER.check_library(replace(library, councils={"er": named}))] == [
        "er.cy.yml:1: “y Gyngor” has a mutation too many; write y Cyngor [article]"
    ]


def test_a_councils_own_name_is_not_taken_out_of_other_words():
    library = library_of(er=[{"en": "Officers of Er take care.", "cy": "Mae swyddogion Er yn ofalus bob amser."}])
    er = library.councils["er"]
    short = replace(er, short_name=Bilingual("Er", "Er"))
    assert CHECKER.check_library(replace(library, councils={"er": short})) == []


def test_a_name_of_another_council_is():
    library = library_of(halewood=[{"en": "BARROW TOWN COUNCIL", "cy": "BARROW TOWN COUNCIL"}])
    assert [str(warning) for warning in CHECKER.check_library(library)] == [
        "halewood.cy.yml:1: left in English: “BARROW TOWN COUNCIL”; translate it, "
        "or list it under `names` in vocabulary/words.yml if it is a name [left-untranslated]"
    ]


def test_the_apostrophe_of_the_file_is_the_one_that_it_uses_most():
    straight, curly = {"en": "The Council and the Clerk.", "cy": "Y Cyngor a'r Clerc."}, {}
    curly.update(straight, cy="Y Cyngor a’r Clerc.")
    units = {"1": unit(curly), "2": unit(curly), "3": unit(straight, 9)}
    version, translation = translated(units)
    warnings = CHECKER.check_translation(version, translation)
    assert [str(warning) for warning in warnings] == [
        "one.cy.yml:9: the apostrophe ' where the file has ’; use one of them throughout [apostrophes]"
    ]


def test_a_list_translated_in_part_is_told():
    texts = {"1.a": ["The Clerk."], "1.b": ["The Clerk."], "1.c": ["The Clerk", "and others."]}
    items = tuple(clause(anchor, *texts, kind="item") for anchor, texts in texts.items())
    lead = clause("1", "The staff:", items=items)
    file = file_of("one")
    units = {
        "1": Unit("The staff:", "Y staff:", "draft", file, 1),
        "1.b": Unit("The Clerk.", "Y Clerc.", "draft", file, 4),
        "1.c s1": Unit("The Clerk", "Y Clerc", "draft", file, 7),
    }
    version = Version("one", "relations", "undated", Path("one.yml"), "T", "en", (lead,))
    translation = Translation("cy", file, units)
    warnings = CHECKER.check_translation(version, translation)
    assert [str(warning) for warning in warnings] == [
        "one.cy.yml:4: of the 3 items of this list 1 are translated; translate 1.a, 1.c [list-lengths]"
    ]


def test_a_statement_is_checked_as_a_part_of_its_clause():
    """Commas inside a sentence are each language's own; a term may stand in the other statement; the end is the end."""
    version = Version("one", "relations", "undated", Path("one.yml"), "T", "en", (clause("1", *PARTS),))
    file = file_of("one")
    texts = ("Dylai'r Clerc ofyn am reolau sefydlog,", "a darllen y rheolau hynny")
    units = {f"1 s{n}": Unit(PARTS[n - 1], text, "draft", file, n) for n, text in enumerate(texts, 1)}
    warnings = CHECKER.check_translation(version, Translation("cy", file, units))
    assert [str(warning) for warning in warnings] == [
        "one.cy.yml:2: the English ends with “.” and the Welsh with no punctuation; end it with “.” [final-punctuation]"
    ]


PARTS = ("The Clerk should ask for the rules", "and read the standing orders.")


def test_a_sentence_is_the_same_however_its_clause_is_cut():
    library = library_of(one=[MINUTES])
    whole, file = library.councils["one"], file_of("two")
    parts = ("The Clerk keeps", "the minutes.")
    version = Version("two", "relations", "undated", Path("two.yml"), "T", "en", (clause("1", *parts),))
    units = {
        "1 s1": Unit(parts[0], "Mae'r Clerc yn cadw", "draft", file, 1),
        "1 s2": Unit(parts[1], "cofnodion.", "draft", file, 4),
    }
    version = version.translated([Translation("cy", file, units)])
    cut = Council(
        "two", whole.name, whole.name, "town", "england", {"relations": Document("two", "relations", (version,))}
    )
    both = Library(VOCABULARY, {"one": whole, "two": cut}, date(2026, 1, 1))
    (warning,) = consistency_warnings(both)
    assert (warning.unit, warning.line) == ("1 s1", 1) and "where one 1 has" in warning.what


MINUTES = {"en": "The Clerk keeps the minutes.", "cy": "Y Clerc sy'n cadw'r cofnodion."}
OTHERWISE = {"en": "The Clerk keeps the minutes.", "cy": "Mae'r Clerc yn cadw cofnodion."}


def test_the_same_sentence_translated_in_two_ways_is_told():
    warnings = CHECKER.check_library(library_of(one=[MINUTES], two=[MINUTES], three=[OTHERWISE]))
    assert [str(warning) for warning in warnings] == [
        "three.cy.yml:1: “Mae'r Clerc yn cadw cofnodion.” where one 1 has “Y Clerc sy'n cadw'r cofnodion.” "
        "for the same words; translate alike, or give the reason in a note or under waive: memory [memory]"
    ]


def test_a_sentence_is_found_again_within_a_longer_text():
    longer = {
        "en": "The Clerk keeps the minutes. The Chair signs.",
        "cy": "Mae'r Clerc yn cofnodi. Llofnoda'r Cadeirydd.",
    }
    warnings = CHECKER.check_library(library_of(one=[MINUTES], two=[longer]))
    assert [warning.check for warning in warnings] == ["memory"]


def test_capitals_and_final_punctuation_make_no_difference_to_memory():
    item = {"en": "the Clerk keeps the minutes;", "cy": "y Clerc sy'n cadw'r cofnodion;"}
    assert CHECKER.check_library(library_of(one=[MINUTES], two=[item])) == []


@pytest.mark.parametrize("reason", [{"note": "A heading."}, {"waive": {"memory": "A heading."}}])
def test_a_reason_settles_a_difference(reason):
    assert CHECKER.check_library(library_of(one=[MINUTES], two=[{**OTHERWISE, **reason}])) == []


def test_a_waiver_of_memory_that_nothing_needs_is_told():
    library = library_of(one=[{**MINUTES, "waive": {"memory": "Gone."}}], two=[MINUTES])
    assert [str(warning) for warning in CHECKER.check_library(library)] == [
        "one.cy.yml:1: waives 'memory', which finds nothing here; take it out [unused-waiver]"
    ]


WAIVED = "{terms: Councillors are meant.}"


def test_a_waiver_is_read_from_the_file(tmp_path):
    council = tmp_path / "protocols/barrow"
    council.mkdir(parents=True)
    for path in (ROOT / "protocols/barrow").iterdir():
        (council / path.name).write_bytes(path.read_bytes())
    translation = council / "2019-07-16.cy.yml"
    text = translation.read_text("utf-8")
    translation.write_text(
        text.replace('  "expectations.item18":\n', f'  "expectations.item18":\n    waive: {WAIVED}\n')
    )
    loaded, problems = load_council(council, VOCABULARY)
    assert problems == []
    assert loaded
    (version,) = loaded.versions
    waived = version.translations["cy"].units["expectations.item18"].waive
    assert waived == {"terms": "Councillors are meant."}


def test_a_fault_in_the_list_of_words_is_told(tmp_path):
    path = tmp_path / "words.yml"
    path.write_text("words: {cyflogeion: }\nname: {Nolan: a lord}\n", "utf-8")
    with pytest.raises(Faulty) as faulty:
        load_accepted_words(path)
    assert [str(problem) for problem in faulty.value.problems] == [
        f"{as_typed(path)}:1: 'cyflogeion' ought to be text; write one line of text",
        f"{as_typed(path)}:2: unknown key 'name'; did you mean 'names'?",
    ]


def test_other_senses_are_those_of_words_of_the_glossary():
    assert [slug for slug in WORDS.senses if slug not in VOCABULARY.terms] == []


def test_no_words_are_needed(tmp_path):
    version, translation = translated({"1": unit(MINUTES)})
    assert TranslationChecker(VOCABULARY).check_translation(version, translation) == []
    assert TranslationChecker(VOCABULARY, accepted_words_in(tmp_path)).check_translation(version, translation) == []


FRAGMENTS = st.sampled_from(
    ["**", "*", "'r", "’", "‘", "“", '"', "(", ")", " ", "  ", ",", ".", "a)", "25th", "September", "Mai", "5.2",
     "\u00a0", "Cyngor", "y Weinyddiaeth Amddiffyn", "code of conduct", "cod ymddygiad", "i", "a", "-",
     "ŵ", "Ŵ", "İ", "ß", "ﬀ"]
)  # fmt: skip
TEXT = st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=12).map("".join), st.lists(FRAGMENTS).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT, st.sampled_from(["en", "cy"]))
def test_no_text_breaks_a_check(source, target, language):
    units = {"1": Unit(source, target, "draft", file_of("one", language), 1)}
    version, translation = translated(units, language)
    for warning in CHECKER.check_translation(version, translation):
        assert warning.what and warning.remedy and warning.check in WAIVABLE
