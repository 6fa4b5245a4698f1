"""What is suggested for a draft: how often it is right, that it says how sure it is, and that it is never more."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from protocolau.cli.main import main
from protocolau.importing.suggestions.examples import Examples, TaggedWords
from protocolau.importing.suggestions.learning import examples_of
from protocolau.importing.suggestions.likeness import LikenessIndex
from protocolau.importing.suggestions.suggester import Suggester
from protocolau.language.tokens import NO_PARTY_NAMES
from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from tests.suggestion_quality import suggestion_quality

ROOT = Path(__file__).parents[2]
COUNCIL = ["--name", "Anytown Council", "--name-cy", "Cyngor Unlle", "--kind", "town", "--nation", "wales"]
LEAST = {
    "en": {"topic": 0.76, "among_four": 0.89, "by": 0.77, "to": 0.72},
    "cy": {"topic": 0.73, "among_four": 0.85, "by": 0.76, "to": 0.73},
}
"""The shares that have to be right, a little below those measured."""


@pytest.fixture(scope="module")
def five() -> Library:
    return ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1))


@pytest.mark.parametrize("language", LEAST)
def test_each_council_is_suggested_from_the_others_as_well_as_it_was(five, language):
    found = suggestion_quality(five, language)
    shares = {
        "topic": found.topic / found.statements,
        "among_four": found.among_four / found.statements,
        "by": found.by / found.tagged,
        "to": found.to / found.tagged,
    }
    assert {name: share for name, share in shares.items() if share < LEAST[language][name]} == {}, found
    assert found.cuts["right"] >= 4 * found.cuts["wrong"], found


@pytest.mark.parametrize("language", LEAST)
def test_as_many_are_right_as_is_said(five, language):
    """Within ten of a hundred, where there are enough to count."""
    found = suggestion_quality(five, language)
    counted = {sure: 100 * right / of for sure, (of, right) in found.by_sure.items() if of >= 40}
    assert counted and {sure: share for sure, share in counted.items() if share < sure - 10} == {}


def test_words_that_a_council_has_adopted_are_recognised(five):
    suggester = Suggester(examples_of(five, "en"))
    words = "Mutual respect between Councillors and Town Council staff is essential to good local government."
    found = suggester.suggest(TaggedWords(words))
    assert (found.topics, found.by, found.sure) == (("mutual-respect",), ("both",), 98)


PARTIES = [
    ("en", "Members can expect from officers a prompt reply.", (), ("officers",), ("members",)),
    (
        "en",
        "Councillors should not raise matters of the conduct of officers in public.",
        (),
        ("members",),
        ("officers",),
    ),
    ("en", "Advice should be given by the Clerk to all members.", (), ("clerk",), ("members",)),
    ("en", "a prompt reply;", ("All Councillors can expect:",), ("officers",), ("members",)),
    ("en", "treat every Officer with courtesy;", ("Members must:",), ("members",), ("officers",)),
    ("en", "courtesy;", ("Members can expect from the Clerk and other Officers:",), ("officers",), ("members",)),
    ("en", "Members and officers should respect one another.", (), ("both",), ()),
    ("en", "It is the responsibility of the Clerk to advise Members.", (), ("clerk",), ("members",)),
    ("en", "The job of the Clerk and other staff is to give advice to Councillors.", (), ("officers",), ("members",)),
    ("en", "It is accepted that Officers support Members.", (), ("officers",), ("members",)),
    ("en", "Advice will be given to Members by the Clerk.", (), ("clerk",), ("members",)),
    ("en", "An officer who is asked for a paper by a Member must reply.", (), ("officers",), ()),
    ("en", "Members who are unsure should ask the Clerk.", (), ("members",), ("clerk",)),
    ("en", "Officers who have been bullied.", (), ("officers",), ()),
    ("en", "The meeting begins at seven.", (), (), ()),
    ("cy", "Gall Aelodau ddisgwyl ateb prydlon gan swyddogion.", (), ("officers",), ("members",)),
    ("cy", "Ni ddylai Cynghorwyr feirniadu swyddogion yn gyhoeddus.", (), ("members",), ("officers",)),
    ("cy", "Dylid rhoi cyngor gan y Clerc i'r holl Aelodau.", (), ("clerk",), ("members",)),
    ("cy", "ateb prydlon;", ("Gall yr holl Gynghorwyr ddisgwyl:",), ("officers",), ("members",)),
    ("cy", "trin pob Swyddog â chwrteisi;", ("Rhaid i'r Aelodau:",), ("members",), ("officers",)),
    ("cy", "cwrteisi;", ("Gall Aelodau ddisgwyl gan y Clerc (a Swyddogion eraill):",), ("officers",), ("members",)),
    ("cy", "Dylai Aelodau a swyddogion barchu ei gilydd.", (), ("both",), ()),
    ("cy", "Mae gan Aelodau hawl i weld papurau.", (), ("members",), ()),
    ("cy", "Disgwylir i Swyddogion fod yn ddiduedd.", (), ("officers",), ()),
    ("cy", "Mater i'r Clerc yw penderfynu.", (), ("clerk",), ()),
    ("cy", "Rôl y Prif Weithredwr yw cynghori Aelodau.", (), ("clerk",), ("members",)),
    ("cy", "Swyddogion sy'n gweithredu polisi.", (), ("officers",), ()),
    ("cy", "Mae'n bwysig bod swyddogion yn rhoi gwybod i Aelodau.", (), ("officers",), ("members",)),
    ("cy", "Os yw Aelod yn ansicr, dylai ofyn i'r Swyddog Monitro.", (), ("members",), ("monitoring-officer",)),
    ("cy", "Os yw Aelod yn ansicr, dylai'r Clerc ei gynghori.", (), ("clerk",), ()),
    ("cy", "Ni ddylai Swyddogion gael eu bwlio gan Aelodau.", (), ("members",), ("officers",)),
    ("cy", "Caiff yr Aelodau eu hysbysu gan y Clerc.", (), ("clerk",), ("members",)),
    ("cy", "Caiff Aelodau ofyn am bapurau gan y Clerc.", (), ("members",), ("clerk",)),
    ("cy", "Mae'r cyfarfod yn dechrau am saith.", (), (), ()),
]


@pytest.mark.parametrize(("language", "text", "lead_ins", "by", "to"), PARTIES, ids=[text for _, text, *_ in PARTIES])
def test_who_is_bound_and_who_is_owed_by_the_grammar(five, language, text, lead_ins, by, to):
    names = examples_of(five, language).names
    alone = Suggester(Examples(language, names=names))
    found = alone.suggest(TaggedWords(text, lead_ins))
    assert (found.by, found.to) == (by, to)


def test_a_lead_in_that_says_who_may_expect_is_believed_before_what_is_like(five):
    """Councils have the same items under "Members can expect" and under "Officers can expect"."""
    suggester = Suggester(examples_of(five, "cy", without=["bursledon"]))
    words = TaggedWords("Parch, urddas a chwrteisi.", ("Gall Cynghorwyr ddisgwyl y canlynol gan swyddogion:",))
    found = suggester.suggest(words)
    assert (found.by, found.to) == (("officers",), ("members",))


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("Members decide and must be fair.", "Officers must advise, and be fair.")),
        ("cy", ("Rhaid i Aelodau fod yn deg.", "Rhaid i Swyddogion gynghori yn deg.")),
    ],
)
def test_a_paragraph_is_cut_where_one_sentence_binds_members_and_the_next_officers(five, language, sentences):
    found = Suggester(examples_of(five, language)).statements_of(TaggedWords(" ".join(sentences)))
    assert [(one.text, *one.by) for one in found] == list(zip(sentences, ("members", "officers"), strict=True))


def test_no_paragraph_is_cut_behind_an_abbreviation(five):
    provision = five.version_shown("bursledon").provisions["2.5.para2"]
    found = Suggester(examples_of(five, "en", without=["bursledon"])).statements_of(TaggedWords(provision.text))
    assert "e.g. Parish Clerk" in found[0].text


def test_without_examples_nothing_is_suggested_for_a_topic(five):
    found = Suggester(Examples("en")).suggest(TaggedWords("Members must be kind."))
    assert (found.topics, found.others) == ((), ())


@given(st.text(max_size=200))
def test_no_words_are_lost_where_a_paragraph_is_cut(five, text):
    suggester = Suggester(replace(examples_of(five, "en"), statements=examples_of(five, "en").statements[:40]))
    parts = suggester.statements_of(TaggedWords(text))
    assert " ".join(part.text for part in parts) == text


def test_a_paragraph_of_any_length_is_read_a_few_times_at_most(monkeypatch):
    """A document whose line breaks are lost is one paragraph: one of 80 kB held an import for minutes."""
    read, judge = [], Suggester._judged
    monkeypatch.setattr(Suggester, "_judged", lambda self, words: read.append(len(words.text)) or judge(self, words))
    text = " ".join(f"Members follow clause {number}." for number in range(2000))
    assert " ".join(part.text for part in Suggester(Examples("en")).statements_of(TaggedWords(text))) == text
    assert sum(read) < 10 * len(text)


def test_a_draft_has_its_suggestions_marked_and_says_how_many(tmp_path):
    source = tmp_path / "protocol.txt"
    source.write_text("Protocol\n\n1. Aims\n\n1.1 Mutual respect between Members and Officers is essential.\n", "utf-8")
    arguments = ["--project", str(ROOT), "import", str(source), "--council", "anytown", *COUNCIL]
    done = CliRunner().invoke(main, [*arguments, "--output", str(tmp_path / "councils")])
    assert done.exit_code == 0, done.output
    assert "suggested: topics, by and to of 1 provisions, to be confirmed by a person" in done.output.splitlines()
    (clause,) = yaml.safe_load((tmp_path / "councils/anytown/undated.yml").read_text("utf-8"))["body"][1]["provisions"]
    assert (clause["topic"], clause["by"], clause["look_at"]) == ("mutual-respect", "both", ["tags"]), json.dumps(
        clause
    )
    assert clause["sure"] >= 80


def test_so_has_one_for_a_council_whose_facts_were_written_by_hand(tmp_path):
    source, councils = tmp_path / "protocol.txt", tmp_path / "protocols"
    source.write_text("Protocol\n\n1. Aims\n\n1.1 Mutual respect between Members and Officers is essential.\n", "utf-8")
    shutil.copytree(ROOT / "protocols", councils)
    (councils / "anytown").mkdir()
    shutil.copy(councils / "halewood/council.yml", councils / "anytown")
    arguments = ["--project", str(ROOT), "import", str(source), "--council", "anytown", "--output", str(councils)]
    done = CliRunner().invoke(main, arguments)
    assert "suggested: topics, by and to of 1 provisions, to be confirmed by a person" in done.output.splitlines()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no topics, by and to are suggested, for files of the councils have faults; mend what"),
        ("cy", "nid awgrymir pynciau, by a to, gan fod gwallau yn ffeiliau'r cynghorau; cywirwch"),
    ],
)
def test_that_nothing_is_suggested_is_said_where_files_of_a_council_have_faults(tmp_path, language: str, said: str):
    source, councils = tmp_path / "protocol.txt", tmp_path / "protocols"
    source.write_text("Protocol\n\n1. Aims\n\n1.1 Mutual respect between Members and Officers is essential.\n", "utf-8")
    shutil.copytree(ROOT / "protocols", councils)
    arguments = ["--project", str(ROOT), "--language", language, "import", str(source), "--council", "anytown"]
    (councils / "halewood/council.yml").write_text("name: Halewood\n", "utf-8")
    done = CliRunner().invoke(main, [*arguments, *COUNCIL, "--output", str(councils)])
    assert done.exit_code == 0 and said in done.output


@given(st.lists(st.sampled_from(("must be kind", "must be fair", "must be fair and kind", "may ask")), max_size=9))
def test_each_of_equal_words_is_found_as_like_as_the_others_in_their_order(texts: list[str]):
    index = LikenessIndex("en", [TaggedWords(text) for text in texts], NO_PARTY_NAMES)
    found = index.likest(TaggedWords("fair and kind"), len(texts))
    assert [index.likest(TaggedWords("fair and kind"), n) for n in range(len(texts))] == [
        found[:n] for n in range(len(texts))
    ]
    by_text = {texts[place]: [] for place, _ in found}
    for place, likeness in found:
        by_text[texts[place]].append((place, likeness))
    for text, alike in by_text.items():
        assert [place for place, _ in alike] == [place for place, one in enumerate(texts) if one == text]
        assert len({likeness for _, likeness in alike}) == 1
