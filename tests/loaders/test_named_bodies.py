"""Which passages name which agencies."""

from __future__ import annotations

from pathlib import Path

from dhr_graph.loaders.named_bodies import with_named_bodies
from dhr_graph.loaders.readers import read_file
from dhr_graph.loaders.reading import load_knowledge, read_review
from dhr_graph.model.records import Agency, Body, Contact, Passage

REVIEW = "elmby/Review/1"
DOCUMENT = "elmby/Document/1"
POLICE = Agency(
    id="elmby/Agency/police", in_review=REVIEW, name="Elmby Police", aliases=("the force",), agency_type="police"
)
SURGERY = Agency(id="elmby/Agency/gp", in_review=REVIEW, name="Mill Surgery", agency_type="gp")


def passage(text: str, section: str | None = None) -> Passage:
    return Passage(
        id="elmby/Passage/1",
        in_document="elmby/Document/1",
        ordinal=0,
        kind="paragraph",
        text=text,
        start=0,
        end=len(text),
        section=section,
    )


def names_in(text: str) -> tuple[str, ...]:
    (told,) = with_named_bodies([passage(text)], [SURGERY, POLICE])
    assert isinstance(told, Passage)
    return told.names


def test_a_passage_names_an_agency_by_its_name_or_an_alias() -> None:
    assert names_in("Elmby Police came.") == (POLICE.id,)
    assert names_in("Officers of the force came.") == (POLICE.id,)


def test_a_passage_names_each_of_its_agencies_once_in_order_of_their_ids() -> None:
    assert names_in("Elmby Police told Mill Surgery; the force wrote again.") == (SURGERY.id, POLICE.id)


def test_a_passage_that_names_nobody_and_other_records_stay_as_they_are() -> None:
    contact = Contact(id="elmby/Contact/1", in_review=REVIEW, in_document=DOCUMENT)
    quiet = passage("Nobody was told.")
    assert with_named_bodies([quiet, contact], [POLICE]) == [quiet, contact]


def test_a_name_that_is_written_otherwise_is_not_found() -> None:
    assert names_in("The Force, a novel, lay there.") == ()


def test_each_passage_of_a_review_that_was_read_names_just_the_bodies_that_stand_in_it() -> None:
    document = read_file(Path(__file__).parents[2] / "examples" / "kelderby.txt")
    reading = read_review("kelderby", [document], load_knowledge())
    bodies = [record for record in reading.records if isinstance(record, Body)]
    passages = [record for record in reading.documents[0].records if isinstance(record, Passage)]
    assert sum(len(each.names) for each in passages) >= len(bodies) > 0
    for each in passages:
        found = {body.id for body in bodies if any(name in each.text for name in (body.name, *body.aliases))}
        assert set(each.names) == found


def test_a_passage_under_an_agency_s_heading_is_about_it_too() -> None:
    under = passage("An officer came and left a card.", "Chronology > Elmby Police")
    after = passage("The nurse saw her.", "Elmby Police > Primary care")
    assert [told.names for told in with_named_bodies([under, after], [POLICE]) if isinstance(told, Passage)] == [
        (POLICE.id,),
        (),
    ]
