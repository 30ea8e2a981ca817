"""Each group of wordings finds the sentence that it fits and nothing in the one that it must not; users add to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.loaders.narrative.lexicon import Lexicon, load_lexicon
from dhr_graph.loaders.narrative.wordings import WordingGroup

GROUPS = load_lexicon().wordings
ONE_MORE = '[phrases.denial]\nwordings = ["bumped into"]\n'


def loaded(folder: Path, text: str) -> Lexicon:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return load_lexicon(folder)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_group_finds_the_sentence_that_it_fits(group: WordingGroup) -> None:
    assert group.pattern.search(group.fits)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_group_finds_nothing_in_the_sentence_that_it_must_not(group: WordingGroup) -> None:
    assert not group.pattern.search(group.misfits)


def test_every_group_that_is_read_has_its_sentences() -> None:
    assert {group.name for group in GROUPS} == set(load_lexicon().patterns)
    assert all(group.meaning and group.fits and group.misfits for group in GROUPS)


def test_wordings_are_added_with_and_without_sentences(tmp_path: Path) -> None:
    told = (
        ONE_MORE + 'fits = "She had bumped into it."\nnot = "She had been pushed."\n[stems]\nsharing = ["semaphor"]\n'
    )
    patterns = loaded(tmp_path, told).patterns
    assert patterns["denial"].search("bumped into a door")
    assert patterns["denial"].search("an accident")
    assert patterns["sharing"].search("semaphored")


def test_what_a_group_means_stays_where_wordings_are_added(tmp_path: Path) -> None:
    before = next(group for group in GROUPS if group.name == "denial")
    after = next(group for group in loaded(tmp_path, ONE_MORE).wordings if group.name == "denial")
    assert (after.meaning, after.fits, after.misfits) == (before.meaning, before.fits, before.misfits)
    assert after.wordings == (*before.wordings, "bumped into")


def test_a_new_group_is_known_by_its_name(tmp_path: Path) -> None:
    text = '[stems.birds]\nmeaning = "birds"\nwordings = ["pigeon"]\nfits = "A pigeon came."\nnot = "A man came."\n'
    assert loaded(tmp_path, text).patterns["birds"].search("pigeons")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ONE_MORE + 'fits = "She had run into it."\n', "No wording of 'denial' is found in 'She had run into it.'"),
        (ONE_MORE + 'not = "She had bumped into it."\n', "'denial' finds 'bumped into' in 'She had bumped into it.'"),
        ('[stems]\ndenial = ["bump"]\n', "'denial' is a group of phrases, not of stems"),
        ('[phrases]\ndennial = ["bump"]\n', "called 'dennial', and phrases.dennial lacks meaning, fits, not"),
        ('[phrases.denial]\nfits = "She had bumped into it."\n', "phrases.denial has no wordings"),
        ('[phrases.denial]\nwordings = "bumped into"\n', "'phrases.denial' is not a list of words"),
        (ONE_MORE + "fits = 5\n", "'phrases.denial.fits' is no text"),
        ('[phrases.denial]\nwordings = ["(bumped"]\n', "Not a regular expression"),
        ('phrases = ["bumped into"]\n', "'phrases' is not a table"),
    ],
)
def test_what_is_wrong_with_wordings_is_told_with_their_file(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(BadRules, match="mine.toml") as caught:
        loaded(tmp_path, text)
    assert message in str(caught.value)
    assert caught.value.remedy
