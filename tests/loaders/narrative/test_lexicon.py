"""A user's folder adds rules, words and wordings to those that are shipped; what is wrong in it is told."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.loaders import narrative
from dhr_graph.loaders.narrative.lexicon import Lexicon, load_lexicon

NEW_RULE = """
[[rule]]
id = "mine.beacon"
type = "information_share"
pattern = "tell"
words = ["semaphore"]
fits = "The school semaphored Calder Police."
not = "The school semaphored."
"""
NEW_NOTE = """
[[note]]
id = "mine.pigeon"
type = "information_share"
pattern = 'pigeon to'
recipient = "needed"
fits = "Pigeon to Calder Police."
not = "Pigeon seen."
"""


def loaded(folder: Path, text: str) -> Lexicon:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return load_lexicon(folder)


def test_without_a_folder_the_shipped_rules_are_known() -> None:
    assert load_lexicon().rule("refer", "refer") is not None


def test_a_rule_is_extended_by_words(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, '[[rule]]\nextend = "share.tell"\nwords = ["semaphore"]\n')
    rule = lexicon.rule("tell", "semaphore")
    assert rule is not None
    assert rule.id == "share.tell"
    assert "notify" in rule.words


def test_an_extended_word_is_found_in_running_text(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, '[[rule]]\nextend = "justice.noun"\nwords = ["stalking order"]\n')
    spelled = dict(lexicon.of_pattern("justice_noun")[0].spelled)
    assert spelled["stalking order"].search("two stalking orders were made")


def test_a_new_rule_comes_after_the_shipped_ones(tmp_path: Path) -> None:
    assert loaded(tmp_path, NEW_RULE).rules[-1].id == "mine.beacon"


def test_a_new_rule_of_notes_comes_after_the_shipped_ones(tmp_path: Path) -> None:
    note = loaded(tmp_path, NEW_NOTE).notes[-1]
    assert note.id == "mine.pigeon"
    assert note.pattern.search("PIGEON TO School")


def test_a_set_takes_more_words(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, '[sets]\nweapons = ["harpoon"]\n')
    assert {"harpoon", "knife"} <= lexicon.sets["weapons"]


def test_wordings_take_more_of_their_kind(tmp_path: Path) -> None:
    lexicon = loaded(tmp_path, '[phrases]\ndenial = ["bumped into"]\n[stems]\nsharing = ["semaphor"]\n')
    assert lexicon.patterns["denial"].search("She had bumped into it")
    assert lexicon.patterns["denial"].search("an accident")
    assert lexicon.patterns["sharing"].search("semaphored")


def test_a_user_s_words_do_not_stay_for_the_next_build(tmp_path: Path) -> None:
    loaded(tmp_path, '[sets]\nweapons = ["harpoon"]\n' + NEW_RULE)
    assert "harpoon" not in load_lexicon().sets["weapons"]
    assert "mine.beacon" not in {rule.id for rule in load_lexicon().rules}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[rule]\n", "Not valid TOML"),
        ('[[rule]]\nextend = "share.yell"\nwords = ["yell"]\n', "No rule is called 'share.yell'"),
        ('[[rule]]\nid = "mine"\ntype = "contact"\n', "A rule lacks pattern, fits, not"),
        (NEW_RULE.replace('"tell"', '"shout"'), "No pattern is called 'shout'"),
        (NEW_RULE.replace('"information_share"', '"gossip"'), "No type is called 'gossip'"),
        (NEW_RULE.replace('"tell"', '"violence"'), "No words open a rule of the pattern 'violence'"),
        ('[[rule]]\nextend = "incident.call"\nwords = ["yell"]\n', "No words open a rule of the pattern 'summons'"),
        (NEW_RULE.replace('["semaphore"]', '"semaphore"'), "'words' is not a list of words"),
        ('rule = "share.tell"\n', "'rule' is not a list of tables"),
        (NEW_NOTE.replace("pigeon to", "(pigeon"), "The pattern of mine.pigeon is not a regular expression"),
        (NEW_NOTE.replace('"needed"', '"always"'), "No recipient is called 'always'"),
        ('[phrases]\ndenial = ["(bumped"]\n', "Not a regular expression"),
        ("[sets]\nweapons = 5\n", "'sets.weapons' is not a list of words"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(BadRules, match="mine.toml") as caught:
        loaded(tmp_path, text)
    assert message in str(caught.value)
    assert caught.value.remedy


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadRules, match="does not exist"):
        load_lexicon(tmp_path / "nowhere")


def asked_for(function: str) -> set[str]:
    """The names that the modules of narrative ask the lexicon for, by a method or an index of some name."""
    names: set[str] = set()
    for module in sorted(Path(next(iter(narrative.__path__))).glob("**/*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner, arguments = node.func.attr, node.args
            elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
                owner, arguments = node.value.attr, [node.slice]
            else:
                continue
            if owner == function:
                names |= {a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return names


def test_every_set_that_is_asked_for_is_shipped() -> None:
    lexicon = load_lexicon()
    asked = asked_for("words") | asked_for("sets")
    assert "weapons" in asked
    assert asked <= lexicon.sets.keys() | lexicon.assertion.keys()


def test_every_wording_that_is_asked_for_is_shipped() -> None:
    asked = asked_for("pattern") | asked_for("patterns")
    assert "denial" in asked
    assert asked <= load_lexicon().patterns.keys()


def test_every_rule_has_its_own_id() -> None:
    ids = [rule.id for rule in (*load_lexicon().rules, *load_lexicon().notes)]
    assert len(ids) == len(set(ids))
