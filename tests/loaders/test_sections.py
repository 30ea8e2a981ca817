"""Kinds of section, read off small invented layouts."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from dhr_graph.errors import BadRules
from dhr_graph.identifiers import fold
from dhr_graph.loaders.readers import read_file
from dhr_graph.loaders.section_rules import parse_section_rules, section_rules
from dhr_graph.loaders.sections import KINDS, classify

TOLD = (
    "On 4 May 2016 officers of Pelham Police were called to the flat and found her with a cut to the hand. She said "
    "that he had pushed her, and they left after an hour without telling anybody what they had seen there.\n\n"
)


def rules_in(name: str) -> list[dict[str, Any]]:
    """The entries of one name in the shipped rules of sections, with what they fit."""
    rules = resources.files("dhr_graph.loaders.rules").joinpath("sections.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(rules)[name]
    return entries


@pytest.mark.parametrize(
    ("kind", "words"), [(k["name"], w) for k in rules_in("kind") for w in ("headings", "openings", "within") if w in k]
)
def test_each_list_of_a_kind_finds_what_it_fits_alone(kind: str, words: str) -> None:
    entry = next(entry for entry in rules_in("kind") if entry["name"] == kind)
    pattern = getattr(next(known for known in section_rules().kinds if known.name == kind), words)
    look = {"headings": pattern.fullmatch, "openings": pattern.match, "within": pattern.search}[words]
    assert look(fold(entry["fits"][words]))
    assert not look(fold(entry["not"][words]))


@pytest.mark.parametrize("entry", rules_in("table"), ids=lambda entry: entry["kind"])
def test_each_kind_of_table_fits_its_header_alone(entry: dict[str, Any]) -> None:
    table = next(known for known in section_rules().tables if known.kind == entry["kind"])
    assert table.fits([fold(title) for title in entry["fits"]])
    assert not table.fits([fold(title) for title in entry["not"]])


def kinds_of(tmp_path: Path, text: str, name: str = "review.txt") -> dict[str, str]:
    """The kind of each passage by its first words."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = read_file(path)
    return {
        document.words(p.body)[:24].strip(): kind for p, kind in zip(document.passages, classify(document), strict=True)
    }


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("1. The Review Process", "process"),
        ("Contributors to the Review", "contributors"),
        ("Terms of Reference for the Review", "terms"),
        ("SECTION 4: SUMMARY CHRONOLOGY", "history"),
        ("Part Two: Agencies", "contributors"),
        ("Key Issues Arising from the Review", "analysis"),
        ("Lessons to be Learned", "lessons"),
        ("Conclusions", "lessons"),
        ("8 RECOMMENDATIONS", "recommendations"),
        ("What should change", "recommendations"),
        ("Appendix B - Action Plan", "action_plan"),
        ("Glossary of terms", "front"),
        ("Key to people", "key"),
        ("The early years", None),
        ("Pelham Police", None),
        ("The summer of 2015", None),
    ],
)
def test_a_heading_is_known_by_its_words_or_not_at_all(heading: str, kind: str | None) -> None:
    assert section_rules().of_heading(heading) == kind


def test_history_is_the_open_class(tmp_path: Path) -> None:
    kinds = kinds_of(tmp_path, f"PELHAM PARTNERSHIP\n\nTHE QUIET YEARS\n\n{TOLD}A MOVE TO THE COAST\n\n{TOLD}")
    assert kinds["THE QUIET YEARS"] == kinds["A MOVE TO THE COAST"] == kinds["On 4 May 2016 officers o"] == "history"


def test_an_agency_below_a_heading_inherits_what_the_heading_says(tmp_path: Path) -> None:
    kinds = kinds_of(
        tmp_path,
        f"REVIEW\n\nTHE FACTS\n\nPelham Police\n\n{TOLD}RECOMMENDATIONS\n\nOrchard Surgery\n\n"
        "1. Name a lead doctor for domestic abuse.\n2. Code what patients tell.\n",
    )
    assert kinds["Pelham Police"] == "history"
    assert kinds["Orchard Surgery"] == kinds["Name a lead doctor for d"] == "recommendations"


def test_paragraphs_without_headings_tell_their_kind(tmp_path: Path) -> None:
    kinds = kinds_of(
        tmp_path,
        "REVIEW INTO A DEATH\n\n"
        "The following pseudonyms are used in this report, which looks at the years from 2012 to 2016: Iris, who died, "
        "and Colm, her husband, who killed her at their home in the spring of that year.\n\n"
        "Individual management reviews were received from Pelham Police, Orchard Surgery, the Rowan Trust and Pelham "
        "Homes, and all of them were found by the panel to be of a good standard.\n\n"
        + TOLD
        + "The panel recommends that Pelham Police review how it tells surgeries of what its officers find, and that "
        "it report to the partnership within six months of the day of publication.\n",
    )
    assert list(kinds.values())[1:] == ["key", "contributors", "history", "recommendations"]


def test_a_run_of_requests_at_the_end_needs_no_heading(tmp_path: Path) -> None:
    asked = (
        "Pelham Police should tell the surgery of each incident.\n\nThe Rowan Trust should train its nurses.\n\n"
        "The Home Office should consider advice to neighbours.\n"
    )
    kinds = kinds_of(tmp_path, "REVIEW\n\nWHAT WAS KNOWN\n\n" + TOLD * 3 + "LOOKING AHEAD\n\n" + asked)
    assert kinds["LOOKING AHEAD"] == kinds["The Rowan Trust should t"] == "recommendations"


SHOULD = "- Pelham Police should tell the surgery of each incident.\n- The Rowan Trust should train its nurses.\n"


@pytest.mark.parametrize(("heading", "kind"), [("LESSONS", "lessons"), ("LOOKING AHEAD", "recommendations")])
def test_a_list_of_what_should_be_done_is_of_the_kind_of_the_heading_over_it(
    heading: str, kind: str, tmp_path: Path
) -> None:
    asked = "RECOMMENDATIONS\n\n1. The Home Office should consider advice to neighbours.\n"
    listed = f"{heading}\n\nThe panel met twice and heard what each of them had known.\n\n{SHOULD}\n"
    kinds = kinds_of(tmp_path, "REVIEW\n\nWHAT WAS KNOWN\n\n" + TOLD * 3 + listed + asked)
    assert kinds["The Rowan Trust should t"] == kind


def test_questions_early_in_a_review_are_no_recommendations(tmp_path: Path) -> None:
    asked = "1. To establish what lessons there are.\n2. To examine what each agency knew.\n3. To consider consent.\n\n"
    kinds = kinds_of(tmp_path, "REVIEW\n\nTHE BRIEF\n\n" + asked + "WHAT WAS KNOWN\n\n" + TOLD * 4)
    assert "recommendations" not in kinds.values()


def test_learning_and_recommendations_under_one_heading_are_told_apart(tmp_path: Path) -> None:
    kinds = kinds_of(
        tmp_path,
        "REVIEW\n\nTHE FACTS\n\n" + TOLD + "LEARNING AND RECOMMENDATIONS\n\n"
        "Nobody knew of the call that a neighbour had made in April of that year.\n\n"
        "Recommendation 1: Pelham Police should send its notices to a named doctor.\n",
    )
    assert kinds["Nobody knew of the call"] == "lessons"
    assert "recommendations" in list(kinds.values())[-1:]


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (("Recommendation", "Action to take", "Lead Agency", "Target Date"), "action_plan"),
        (("Organisation and recommendation", "Progress", "Next Steps", "Status"), "action_plan"),
        (("Date", "Agency", "Contact/Event", "Response"), "history"),
        (("Date", "Source of information", "Event", "Action taken"), "history"),
        (("Pseudonym", "Relationship to the victim", "Age"), "key"),
        (("Agency", "Contribution"), "contributors"),
        (("Colour", "Shape"), None),
    ],
)
def test_a_table_is_known_by_its_header(columns: tuple[str, ...], kind: str | None) -> None:
    assert section_rules().of_columns(columns) == kind


def test_a_contents_list_is_front_matter_and_moves_nothing(tmp_path: Path) -> None:
    contents = "CONTENTS\n\n1. The facts\t2\n2. Recommendations\t9\n\n"
    kinds = kinds_of(tmp_path, f"REVIEW\n\n{contents}THE FACTS\n\n{TOLD}")
    assert kinds["On 4 May 2016 officers o"] == "history"
    assert "recommendations" not in kinds.values()


def test_a_plan_in_the_title_does_not_make_a_plan_of_the_introduction(tmp_path: Path) -> None:
    kinds = kinds_of(
        tmp_path,
        "# Short report and action plan\n\n"
        + TOLD
        + "| Recommendation | Lead | Status |\n|---|---|---|\n| Train staff | Trust | Done |\n",
        "review.md",
    )
    assert kinds["On 4 May 2016 officers o"] == "history"
    assert kinds["| Train staff | Trust |"[:24]] == "action_plan"


def test_every_kind_is_one_of_the_known(tmp_path: Path) -> None:
    kinds = kinds_of(tmp_path, "REVIEW\n\nTHE FACTS\n\n" + TOLD + "Recommendations\n\n1. Train staff.\n")
    assert set(kinds.values()) <= set(KINDS)


@pytest.mark.parametrize(
    "text", ["[[kind", '[[kind]]\nname = "tales"\n', '[[kind]]\nname = "front"\nheadings = ["("]\n']
)
def test_rules_out_of_form_are_refused(text: str) -> None:
    with pytest.raises(BadRules):
        parse_section_rules(text)
