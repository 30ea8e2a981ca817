"""The people of a history, however a review brings them in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

HISTORY = (
    "CHRONOLOGY\n\nIn May 2014 there was an argument about money, and a month later another about the car outside."
)


def roles(cast: Cast) -> dict[str, str]:
    return {p.label: p.role for p in cast.persons}


KEYS = {
    "sentence": "The following pseudonyms are used: Alma (victim, aged 34), Omar (perpetrator, aged 38), Zoe (Alma's "
    "daughter, aged 9), Rita (Alma's mother) and Beth (a friend of Alma).",
    "lines": "The people in this review are:\n\nAlma: the victim, aged 34\n\nOmar: the perpetrator, aged 38\n\n"
    "Zoe: Alma's daughter, aged 9\n\nRita: Alma's mother\n\nBeth: a friend of Alma",
    "bullets": "PSEUDONYMS\n\n- Alma – victim, aged 34\n- Omar – perpetrator, aged 38\n- Zoe – daughter of "
    "Alma, aged 9\n"
    "- Rita – mother of Alma\n- Beth – friend of Alma",
    "table": "Pseudonyms\n\nName\tRelationship\tAge\nAlma\tVictim\t34\nOmar\tPerpetrator\t38\nZoe\tDaughter "
    "of Alma\t9\n"
    "Rita\tMother of Alma\t60\nBeth\tFriend of Alma\t33",
    "tabs": "Key to people\n\nAlma\tVictim, female, 34\nOmar\tPerpetrator, male, 38\nZoe\tDaughter of Alma, 9\n"
    "Rita\tMother of Alma\nBeth\tFriend of Alma",
    "prose": "Alma, aged 34, was stabbed by her husband, Omar, aged 38. Their daughter, Zoe, was 9. Rita is "
    "Alma's mother "
    "and Beth, a friend of Alma, lived nearby.",
}


@pytest.mark.parametrize("layout", KEYS)
def test_any_key_gives_the_same_people(layout: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(KEYS[layout], HISTORY)
    assert roles(cast) == {"Alma": "victim", "Omar": "perpetrator", "Zoe": "child", "Rita": "family", "Beth": "friend"}
    ages = {p.label: p.age for p in cast.persons}
    assert (ages["Alma"], ages["Omar"], ages["Zoe"]) == (34, 38, 9)


@pytest.mark.parametrize(
    ("words", "victim", "perpetrator"),
    [
        ("Doreen, aged 71, was killed by her son Gareth, aged 43.", "Doreen", "Gareth"),
        ("Adult A (female, 29) died of stab wounds inflicted by her ex-partner, Adult B.", "Adult A", "Adult B"),
        ("A woman of 31, referred to throughout as Female A, was strangled. Her partner, Male B, was "
        "convicted of murder.",
         "Female A", "Male B"),
        ("Tom was 45 when he was stabbed by his wife, Leanne, 39.", "Tom", "Leanne"),
        ("Ms M, aged 34, died at the hands of her husband, Mr N.", "Ms M", "Mr N"),
        ("AB, aged 33, died in 2015. CD, aged 36, her partner, was convicted of her manslaughter.", "AB", "CD"),
        ("The victim was 38; the perpetrator, from whom she had separated, was 44.", "The victim", "the perpetrator"),
    ],
)  # fmt: skip
def test_who_died_and_who_killed(words: str, victim: str, perpetrator: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(words, HISTORY)
    labels = {p.id: p.label for p in cast.persons}
    assert [labels[i] for i in cast.victims] == [victim]
    assert [labels[i] for i in cast.perpetrators] == [perpetrator]


@pytest.mark.parametrize(
    ("words", "label", "role"),
    [
        ("A neighbour rang the police.", "neighbour", "neighbour"),
        ("Alma's mother told the school.", "Alma's mother", "family"),
        ("Omar's former wife was interviewed.", "Omar's former wife", "partner_other"),
        ("A passer-by told officers what he had heard.", "passer-by", "other"),
    ],
)
def test_people_without_a_name(words: str, label: str, role: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Alma, aged 34, was stabbed by her husband, Omar, aged 38.", "CHRONOLOGY", words)
    assert roles(cast)[label] == role


@pytest.mark.parametrize(
    "words",
    [
        "The panel was chaired by Dr Helen Marsh, and DCI Roy Peel wrote the report of the police.",
        "Detective Sergeant Hall told the panel that the force had changed its policy.",
        "She saw Dr Shah in May and PC 12 in June.",
    ],
)
def test_professionals_are_no_people_of_the_history(words: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Alma, aged 34, was stabbed by her husband, Omar, aged 38.", "CHRONOLOGY", words)
    assert sorted(roles(cast)) == ["Alma", "Omar"]


@pytest.mark.parametrize(
    ("words", "sex", "ethnicity"),
    [
        ("Alma was White British.", "F", "White British"),
        ("Alma (victim, female, Black Caribbean) lived alone.", "F", "Black Caribbean"),
        ("Alma had a job in a bakery. She described herself as Polish national.", "F", None),
    ],
)
def test_traits(words: str, sex: str, ethnicity: str | None, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Alma, aged 34, was stabbed by her husband, Omar, aged 38.", words, HISTORY)
    alma = next(p for p in cast.persons if p.label == "Alma")
    assert alma.sex == sex
    if ethnicity:
        assert alma.ethnicity == ethnicity


def test_relation_to_the_victim(ellwood: Cast) -> None:
    relations = {p.label: p.relation_to_victim for p in ellwood.persons}
    assert relations["Lena"] == "self"
    assert relations["Mark"] == "husband"
    assert relations["Grace"] == "mother"


def test_an_action_plan_has_no_people(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("ACTION PLAN", "1. The partnership should train all agencies on domestic abuse.")
    assert cast.persons == ()


@pytest.mark.parametrize(
    ("words", "label", "role"),
    [
        ("Nora, with whom he was then living, left him.", "Nora", "partner_other"),
        ("Nora, who was formerly in a relationship with Omar, left him.", "Nora", "partner_other"),
        ("There are two children, Zoe, who was nine when she died, and Kit, who was four.", "Kit", "child"),
        ("There are three children: Zoe, Adam and Kit.", "Kit", "child"),
        ("It was told by Alma's sister, whom I shall call Ida.", "Ida", "family"),
        ("Beth, a colleague of Alma at her place of work, rang.", "Beth", "friend"),
        ("Neighbour 1 rang the police.", "Neighbour 1", "neighbour"),
        ("Rafe is a cousin of Omar and the other perpetrator.", "Rafe", "perpetrator"),
    ],
)
def test_relations(words: str, label: str, role: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Alma, aged 34, was stabbed by her husband, Omar, aged 38.", "CHRONOLOGY", words)
    assert roles(cast)[label] == role


@pytest.mark.parametrize(
    "words",
    [
        "Zoe told her teacher that her father had shouted.",
        "Nora rang to say that her sister had seen it.",
        "Omar said that his mother had put it there.",
    ],
)
def test_pronouns_of_others_make_no_kin_of_the_victim(words: str, cast_of: Callable[..., Cast]) -> None:
    family = (
        "Alma, aged 70, was killed by her son, Omar, aged 38. Zoe, aged 9, is Omar's daughter. Nora is a neighbour."
    )
    cast = cast_of(family, "CHRONOLOGY", words)
    assert set(roles(cast)) == {"Alma", "Omar", "Zoe", "Nora"}


def test_a_husband_of_a_mother_whose_son_killed_is_family(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Alma, aged 70, was killed by her son, Omar, aged 38. Ida is Alma's daughter. Hugo was Alma's husband.", HISTORY
    )
    assert roles(cast) == {"Alma": "victim", "Omar": "perpetrator", "Ida": "family", "Hugo": "family"}


UNAGED = "The victim, Alma, was killed by her husband, Omar, aged 38. Their son is Tom (7)."
PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38. Their son is Tom (7)."


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("Alma was aged 34 then.", 34),
        ("Alma, who was then 34, rang the police.", 34),
        ("Alma, then only 34, rang the police.", 34),
        ("Alma was then 34 and had left the army.", 34),
        ("Alma was 34 minutes late.", None),
        ("Alma was then 34 miles away.", None),
    ],
)
def test_ages_as_a_history_tells_them(words: str, age: int | None, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(UNAGED, "CHRONOLOGY", words)
    assert {p.label: p.age for p in cast.persons}["Alma"] == age


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("He had a son, Finn, with Kayleigh.", {"Finn": "child", "Kayleigh": "partner_other"}),
        ("Omar had two children with Kayleigh, who lived in Tarn.", {"Kayleigh": "partner_other"}),
        ("Omar had a daughter by another woman, Kayleigh.", {"Kayleigh": "partner_other"}),
        ("Simon, Tom's father, rang her.", {"Simon": "partner_other"}),
        ("Omar told a colleague, Farida, of it.", {"Farida": "friend"}),
        ("Farida, who worked with her, saw a bruise.", {"Farida": "friend"}),
        ("Alma had a son, Tom, with Omar.", {}),
        ("Alma had a row with Kayleigh.", {}),
        ("She left her son with Kayleigh.", {}),
    ],
)
def test_people_named_only_in_a_clause(words: str, found: dict[str, str], cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PAIR, "CHRONOLOGY", words)
    assert {label: role for label, role in roles(cast).items() if label not in {"Alma", "Omar", "Tom"}} == found


@pytest.mark.parametrize(
    "words",
    [
        "Ms Varley, who looks after the bungalows, has been a housing officer for years. Ms Varley rang Alma.",
        "A care co-ordinator, whom I shall call Mr Penn, saw Omar.",
        "A teacher at Tarn School, whom I shall call Mr Penn, saw Omar.",
        "Mr Penn of the outreach team saw Omar.",
        "Mr Penn, who works at the hospital, saw Omar.",
        "Mr Penn of Tarn Homes saw Omar.",
        "Ms Lyle, a support worker at Tarn Homes, saw Alma.",
    ],
)
def test_professionals_by_name_are_nobody_of_the_history(words: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(PAIR, "Reports were received from Tarn Police; Tarn Homes; and Elm Surgery.", "CHRONOLOGY", words)
    assert set(roles(cast)) == {"Alma", "Omar", "Tom"}
    assert not any("Penn" in b.name or "Lyle" in b.name for b in cast.bodies)


@pytest.mark.parametrize("words", ["Mrs Hale of the next house heard a scream.", "Mr Penn from number nine rang her."])
def test_people_of_a_place_stay(words: str, cast_of: Callable[..., Cast]) -> None:
    assert len(cast_of(PAIR, "CHRONOLOGY", words).persons) == 4
