"""Recommendations and plans found in a dozen invented layouts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from dhr_graph.loaders.readers import read_file
from dhr_graph.loaders.recommendations import FoundRecommendation, find_recommendations
from dhr_graph.loaders.sections import classify
from dhr_graph.model.records import Agency, Body

HISTORY = (
    "PELHAM SAFETY PARTNERSHIP\n\nTHE DEATH OF ADULT ONE\n\nWHAT HAPPENED\n\n"
    "On 3 May 2016 Pelham Police were called to the flat and found Adult One with a cut to her hand. She said that he "
    "had pushed her. The officers left after an hour and told nobody else of what they had seen that evening.\n\n"
)
TYPES = {
    "Pelham Police": "police",
    "Pelham Council": "local_authority_other",
    "Orchard Surgery": "gp",
    "Pelham Homes": "housing",
    "Rowan Trust": "mental_health",
    "Safer Pelham Partnership": "csp",
    "Home Office": "national_body",
    "Lark House": "domestic_abuse_service",
}


@dataclass(frozen=True)
class SpelledName:
    start: int
    end: int
    members: tuple[str, ...]


class SpelledCast:
    """A cast that knows its members by their full names only."""

    def __init__(self) -> None:
        self.bodies: Sequence[Body] = [
            Agency(id=name, in_review="pelham", name=name, agency_type=kind) for name, kind in sorted(TYPES.items())
        ]

    def mentions(self, words: str) -> tuple[SpelledName, ...]:
        return tuple(SpelledName(m.start(), m.end(), (m.group(),)) for m in re.finditer("|".join(sorted(TYPES)), words))

    def of_heading(self, words: str) -> str | None:
        found = self.mentions(words.title())
        return found[0].members[0] if len(found) == 1 else None


def found_in(tmp_path: Path, text: str, name: str = "pelham.txt") -> tuple[FoundRecommendation, ...]:
    path = tmp_path / name
    path.write_text(HISTORY + text, encoding="utf-8")
    document = read_file(path)
    found = find_recommendations("pelham", [document], [classify(document)], SpelledCast())
    for recommendation in found:
        for quote in recommendation.quotes:
            assert document.text[quote.start : quote.end].strip()
    return found


def owners(found: FoundRecommendation) -> tuple[str, ...]:
    return found.recommendation.addressed_to + found.recommendation.addressed_to_text


def texts(found: Sequence[FoundRecommendation]) -> list[str]:
    return [f.recommendation.text for f in found]


def test_numbered_requests_name_their_owners(tmp_path: Path) -> None:
    first, second, third = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\n1. Pelham Police should audit repeat incidents.\n"
        "2. The Safer Pelham Partnership and Rowan Trust to agree a form of letter.\n"
        "3. The Home Office to consider advice for neighbours.\n",
    )
    assert owners(first) == ("Pelham Police",)
    assert owners(second) == ("Rowan Trust", "Safer Pelham Partnership")
    assert [f.recommendation.level for f in (first, second, third)] == ["single_agency", "multi_agency", "national"]


def test_a_heading_owns_what_stands_under_it(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\nPelham Homes\n\n- Train caretakers to recognise abuse.\n"
        "- Put a flag on the tenancy record.\n\nOrchard Surgery\n\n- Code what patients tell.\n",
    )
    assert [owners(f) for f in found] == [("Pelham Homes",), ("Pelham Homes",), ("Orchard Surgery",)]


def test_lettered_parts_count_where_they_are_actions(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\n6.1 Pelham Council should:\n(a) train its housing staff;\n"
        "(b) audit twenty files.\n\n6.2 Rowan Trust to review its training, including:\n"
        "(a) the dynamics of control\n(b) the skills of managers\n",
    )
    assert [f.recommendation.label for f in found] == ["6.1(a)", "6.1(b)", "6.2"]
    assert owners(found[1]) == ("Pelham Council",)


def test_requests_in_running_text_are_told_apart(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "CONCLUSION\n\nMuch was known. The following recommendations are made. First, Pelham Police should "
        "tell surgeries of what it finds. This should be done within a day. Secondly, Rowan Trust and Lark House "
        "should agree how they speak to one another. Orchard Surgery has changed its template already.\n",
    )
    assert texts(found) == [
        "Pelham Police should tell surgeries of what it finds. This should be done within a day.",
        "Rowan Trust and Lark House should agree how they speak to one another.",
    ]
    assert found[1].recommendation.label == "Secondly"


def test_a_lead_names_the_owner_and_is_no_part_of_the_request(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\nTo Pelham Police: audit repeat incidents over a year.\n\n"
        "To the Home Office: consider guidance for neighbours.\n",
    )
    assert texts(found)[0] == "audit repeat incidents over a year."
    assert [owners(f) for f in found] == [("Pelham Police",), ("Home Office",)]


def test_a_bold_title_is_no_part_of_the_request(tmp_path: Path) -> None:
    text = "## Recommendations\n\n**Recommendation 1: Training.** Rowan Trust should train nurses.\n"
    found = found_in(tmp_path, text, "pelham.md")
    assert texts(found) == ["Rowan Trust should train nurses."]
    assert found[0].recommendation.label == "Recommendation 1"


def test_a_reason_may_stand_before_the_request(tmp_path: Path) -> None:
    (found,) = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\n1. The nurse did not know whom to ring. Orchard Surgery should "
        "name a lead for domestic abuse.\n",
    )
    assert owners(found) == ("Orchard Surgery",)


def test_an_owner_whom_the_cast_does_not_know_is_kept_as_printed(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\n1. All agencies should report progress.\n"
        "2. Quill Valley Hospital should ask every patient.\n"
        "3. The Quill Town and Coast Partnership should publish a guide.\n",
    )
    assert [f.recommendation.addressed_to_text for f in found] == [
        ("All agencies",),
        ("Quill Valley Hospital",),
        ("Quill Town and Coast Partnership",),
    ]


def test_a_table_gives_lead_date_and_status_as_printed(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "ACTION PLAN\n\nRecommendation\tAction to take\tLead agency\tTarget date\tStatus\n"
        "1. Pelham Police should audit repeat incidents\tFifty cases\tPelham Police\tMarch 2018\tComplete\n"
        "2. Orchard Surgery should code what it is told\tNew template\tOrchard Surgery\tJune 2018\tIn progress\n"
        "\tReceptionists trained\tPractice manager\tJuly 2018\t\n",
    )
    assert [f.recommendation.label for f in found] == ["1", "2"]
    (audit,) = found[0].actions
    assert (audit.lead, audit.target_date, audit.status) == ("Pelham Police", "March 2018", "Complete")
    assert [a.lead for a in found[1].actions] == ["Orchard Surgery", "Practice manager"]
    assert set(found[1].recommendation.has_action) == {a.id for a in found[1].actions}


def test_agency_and_recommendation_in_one_cell_are_parted(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "ACTION PLAN\n\nOrganisation and recommendation\tProgress\tNext Steps\tStatus\n"
        "Pelham Homes To train its caretakers in what to look for\tCourse held\tN/A\tComplete\n"
        "Rowan Trust\t\t\t\n"
        "To share what it knows of danger with the police without\tLetter drafted\tSend by May 2019\tOngoing\n"
        "delay and in writing.\t\t\t\n",
    )
    assert texts(found) == [
        "To train its caretakers in what to look for",
        "To share what it knows of danger with the police without delay and in writing.",
    ]
    assert [owners(f) for f in found] == [("Pelham Homes",), ("Rowan Trust",)]
    assert found[1].actions[0].target_date == "May 2019"


def test_markup_in_cells_is_stripped_from_the_text(tmp_path: Path) -> None:
    table = (
        "| No | Recommendation | Lead | By when | RAG |\n|---|---|---|---|---|\n"
        "| 1 | <p>Pelham Homes to train caretakers</p> | Head of Housing | 30/09/2019 | Green |\n"
    )
    (found,) = found_in(tmp_path, f"## Action plan\n\n{table}", "pelham.md")
    action = found.actions[0]
    assert found.recommendation.text == "Pelham Homes to train caretakers"
    assert (found.recommendation.label, action.lead, action.target_date, action.status) == (
        "1",
        "Head of Housing",
        "30/09/2019",
        "Green",
    )


def test_fields_in_running_text_make_a_plan(tmp_path: Path) -> None:
    (found,) = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\nRecommendation 1 – Pelham Homes should train its caretakers.\n"
        "Lead: Head of Housing. Target date: June 2019. Status: complete.\n",
    )
    assert found.recommendation.text == "Pelham Homes should train its caretakers."
    assert (found.actions[0].lead, found.actions[0].target_date) == ("Head of Housing", "June 2019")


def test_a_recommendation_told_in_a_list_and_in_a_plan_is_one(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        "RECOMMENDATIONS\n\n1. Pelham Police should audit repeat incidents over a year and report.\n"
        "2. Orchard Surgery should code what it is told about abuse at home.\n\nACTION PLAN\n\n"
        "Recommendation\tLead\tTarget date\n"
        "Pelham Police should audit repeat incidents over a year\tSuperintendent\tMarch 2018\n"
        "Orchard Surgery should code what it is told about abuse at home.\tLead doctor\tJune 2018\n",
    )
    assert [f.recommendation.label for f in found] == ["1", "2"]
    assert [f.actions[0].lead for f in found] == ["Superintendent", "Lead doctor"]


def test_history_that_tells_what_should_have_been_done_asks_nothing(tmp_path: Path) -> None:
    text = "ANALYSIS\n\nPelham Police should have told the surgery. Rowan Trust could have asked.\n"
    assert found_in(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("asked", "theme"),
    [
        ("share information with the surgery without consent", "information_sharing"),
        ("train its staff and test their skills", "training"),
        ("refer every case to MARAC", "marac_mappa"),
        ("paint the door", None),
    ],
)
def test_the_theme_is_given_by_its_cues(tmp_path: Path, asked: str, theme: str | None) -> None:
    (found,) = found_in(tmp_path, f"RECOMMENDATIONS\n\n1. Rowan Trust should {asked}.\n")
    assert found.recommendation.theme == theme


def test_ids_do_not_depend_on_what_stands_before(tmp_path: Path) -> None:
    asked = "RECOMMENDATIONS\n\n1. Pelham Police should audit repeat incidents.\n"
    (once,) = found_in(tmp_path, asked)
    (again,) = found_in(tmp_path, "A further paragraph, in which nobody is asked for anything.\n\n" + asked)
    assert once.recommendation.id == again.recommendation.id


@pytest.mark.parametrize(
    ("audit", "train"),
    [
        ("Pelham Police should audit repeat incidents.", "Rowan Trust should train its nurses."),
        ("Audit repeat incidents over a year.", "Train the nurses of each ward."),
    ],
)
def test_headings_of_numbers_alone_label_what_stands_under_them(audit: str, train: str, tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        f"RECOMMENDATIONS\n\nRecommendation 1\n\n{audit}\n\nOwner: Pelham Police\n\n"
        f"Recommendation 2\n\n{train}\n\nOwner: Rowan Trust\n",
    )
    assert texts(found) == [audit, train]
    assert [f.recommendation.label for f in found] == ["Recommendation 1", "Recommendation 2"]
    assert [owners(f) for f in found] == [("Pelham Police",), ("Rowan Trust",)]
    assert [f.actions[0].lead for f in found] == ["Pelham Police", "Rowan Trust"]


def test_a_heading_of_a_number_asks_nothing_by_itself(tmp_path: Path) -> None:
    assert found_in(tmp_path, "RECOMMENDATIONS\n\nRecommendation 1\n\nOwner: Pelham Police\n") == ()
