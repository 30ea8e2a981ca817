"""Contributors are found in whatever layout a review lists them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

OPENING = "This report looks at what was known, and by whom, about two people who lived in the town of Tarnside."
FIVE = (
    "Harrowdale Constabulary",
    "Harrowdale County Council Children's Social Care (CSC)",
    "Tarnside Hospitals NHS Trust (Tarnside General Hospital)",
    "Turnaway, which treats people with drug and alcohol problems",
    "Fern Bank Surgery, the practice of both",
)
TYPES = {
    "Harrowdale Constabulary": "police",
    "Harrowdale County Council Children's Social Care": "childrens_social_care",
    "Tarnside Hospitals NHS Trust": "acute_health",
    "Turnaway": "substance_misuse",
    "Fern Bank Surgery": "gp",
}
LAYOUTS = {
    "semicolons": "Individual Management Reviews were received from " + "; ".join(FIVE) + ".",
    "bullets": "CONTRIBUTORS TO THE REVIEW\n\nManagement reviews were received from:\n\n"
    + "\n".join(f"- {x}" for x in FIVE),
    "letters": "2. Agencies involved\n\nThe following agencies provided information:\n\n"
    + "\n".join(f"({letter}) {x};" for letter, x in zip("abcde", FIVE, strict=True)),
    "table": "Contributors\n\nAgency\tContribution\n" + "\n".join(f"{x}\tIMR" for x in FIVE),
    "repeated preposition": "METHODOLOGY\n\nManagement reviews of good quality came from "
    + ", from ".join(FIVE[:4])
    + " and from "
    + FIVE[4]
    + ".",
    "lines under a heading": "AGENCIES CONTRIBUTING\n\n" + "\n\n".join(FIVE),
    "dashes": "The following took part in the review:\n\n" + "\n".join(f"• {x} – IMR" for x in FIVE),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_layout_gives_the_same_agencies(layout: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, LAYOUTS[layout], "CHRONOLOGY", "In May 2014 she went to the police.")
    assert {b.name: b.agency_type for b in cast.bodies} == TYPES
    assert {b.participation for b in cast.bodies} == {"imr"}


def test_brackets_give_short_forms_and_hospitals(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(LAYOUTS["bullets"])
    aliases = {b.name: b.aliases for b in cast.bodies}
    assert aliases["Harrowdale County Council Children's Social Care"] == ("CSC",)
    assert aliases["Tarnside Hospitals NHS Trust"] == ("Tarnside General Hospital",)


@pytest.mark.parametrize(
    ("words", "name", "participation"),
    [
        ("Shorter reports came from Hollin Homes and Ash Lane Primary School.", "Hollin Homes", "report"),
        ("Nil returns: Hollin Women's Refuge; Ash Lane Primary School.", "Hollin Women's Refuge", "no_contact"),
        ("Hollin Homes searched its records and had no contact with any of the parties.", "Hollin Homes", "no_contact"),
        ("Records destroyed: Ash Lane Nursery.", "Ash Lane Nursery", "unretrievable"),
        ("The Hollin Clinical Commissioning Group sat on the panel on behalf of primary care.",
         "Hollin Clinical Commissioning Group", "panel_only"),
    ],
)  # fmt: skip
def test_the_words_about_a_list_tell_the_part(
    words: str, name: str, participation: str, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of("CONTRIBUTORS TO THE REVIEW", words)
    assert {b.name: b.participation for b in cast.bodies}[name] == participation


def test_an_item_says_its_own_part(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "CONTRIBUTORS TO THE REVIEW\n\nThe following took part:\n\n- Hollin Police - IMR and chronology\n"
        "- Hollin Homes - letter to the Chair\n- Hollin Council, Adult Social Care - nil return"
    )
    assert {b.name: b.participation for b in cast.bodies} == {
        "Hollin Police": "imr", "Hollin Homes": "report", "Hollin Council, Adult Social Care": "no_contact",
    }  # fmt: skip


def test_a_key_of_short_forms(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Key to agencies\n\nHOP\tHollin Police\nASR\tAsh Street Surgery (GP for V)\nHOM\tHollin Homes")
    assert {b.name: b.aliases for b in cast.bodies} == {
        "Hollin Police": ("HOP",), "Ash Street Surgery": ("ASR",), "Hollin Homes": ("HOM",),
    }  # fmt: skip


KEY = "TP - Tarn Police\nWW - Wayside\nLH - Larch Homes"


@pytest.mark.parametrize("section", ["TERMS OF REFERENCE", "METHODOLOGY", "CHRONOLOGY"])
def test_short_forms_announced_as_those_of_sources_are_agencies_wherever_they_stand(
    section: str, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of(OPENING, section, "The abbreviations in the second column are:", KEY, "CHRONOLOGY", "She rang.")
    assert {b.name: b.aliases for b in cast.bodies} == {
        "Tarn Police": ("TP",), "Wayside": ("WW",), "Larch Homes": ("LH",),
    }  # fmt: skip


def test_of_short_forms_of_anything_only_those_of_a_known_kind_are(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, "METHODOLOGY", "The following abbreviations are used:", KEY, "CHRONOLOGY", "She rang.")
    assert {b.name: b.aliases for b in cast.bodies} == {"Tarn Police": ("TP",), "Larch Homes": ("LH",)}


@pytest.mark.parametrize("before", ["The abbreviations are explained above.", "She told the police:"])
def test_short_forms_that_nothing_announces_are_none(before: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, "METHODOLOGY", before, KEY, "CHRONOLOGY", "She rang.")
    assert {b.name for b in cast.bodies} <= {"police"}


def test_what_stands_between_ends_the_short_forms(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        OPENING, "METHODOLOGY", "The abbreviations in the second column are:", "TP - Tarn Police\nWW - Wayside",
        "Nobody came to the house that year.", "DW - Dayside was the name of her horse", "CHRONOLOGY", "She rang.",
    )  # fmt: skip
    assert {b.name for b in cast.bodies} == {"Tarn Police", "Wayside"}


def test_practices_by_number_are_told_apart_by_patient(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Alma, aged 34, was stabbed by her husband, Omar, aged 38."
        + "\n\n1.2 Contributors to the Review\n\nIMRs were received from:\n\n- a) General Practice for Alma "
        "two practices\n"
        "- GP 1 registered 1/5/12\n- GP 2 registered 5/11/12\n- b) General Practices for Omar\n- GP 1 registered 1/6/09"
    )
    assert [b.name for b in cast.bodies] == ["GP 1 (for Alma)", "GP 2 (for Alma)", "GP 1 (for Omar)"]


@pytest.mark.parametrize(
    "words",
    [
        "This review has been written under the Care Act 2014 and the Statutory Guidance.",
        "The Chair, Moira Fell of Fell Consultancy, has no connection with the area.",
        "A DASH Risk Assessment is completed by officers.",
    ],
)
def test_laws_authors_and_tools_are_no_agencies(words: str, cast_of: Callable[..., Cast]) -> None:
    assert [b.name for b in cast_of("TERMS OF REFERENCE", words).bodies] == []


def test_entries_in_small_letters_are_agencies_of_their_kind(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from Tarn Police and Tarn Homes. The probation service and the Elm drug and "
        "alcohol service searched their records and held no file. Small Steps, the nursery which Zoe attended, "
        "closed in 2018 and its papers could not be traced.",
    )
    assert {b.name: b.participation for b in cast.bodies} == {
        "Tarn Police": "report", "Tarn Homes": "report", "probation service": "no_contact",
        "Elm drug and alcohol service": "no_contact", "Small Steps": "unretrievable",
    }  # fmt: skip


def test_short_forms_of_a_description_are_no_short_forms_of_the_name(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Reports were received from:",
        "- Tarn University Health Board, which sent one report for its emergency department and one for its Community "
        "Mental Health Team (CMHT)",
        "- Tarn Police",
        "CHRONOLOGY", "The CMHT saw him.",
    )  # fmt: skip
    assert {b.name for b in cast.bodies} == {
        "Tarn University Health Board",
        "Tarn Police",
        "Community Mental Health Team",
    }


def test_a_department_for_something_is_no_practice_for_somebody(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        OPENING,
        "Contributors\n\nAgency\tAbbreviation\tContribution\nDepartment for Work and Pensions\tDWP\tReport\n"
        "Tarnside Police\tTP\tIMR",
    )
    assert {b.name: b.aliases for b in cast.bodies} == {
        "Department for Work and Pensions": ("DWP",), "Tarnside Police": ("TP",),
    }  # fmt: skip


def test_a_description_shows_that_a_word_of_openings_begins_a_name(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        OPENING, "Letters were supplied by Later Years Tarn (a befriending charity), Tarnside Police and Elm Surgery."
    )
    assert {b.name for b in cast.bodies} == {"Later Years Tarn", "Tarnside Police", "Elm Surgery"}


@pytest.mark.parametrize("found", ["had nothing", "found no file", "held nothing"])
def test_who_looked_and_had_nothing_had_no_contact(found: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, f"Wayside, the drug charity, looked and {found}.", "CHRONOLOGY", "The police came.")
    assert {b.name: b.participation for b in cast.bodies}["Wayside"] == "no_contact"


LONG = "The review was led by a chair who had no link with any of those named here, and who met with the family. "


@pytest.mark.parametrize("section", ["METHODOLOGY", "CONTRIBUTORS", "AGENCIES"])
def test_a_long_paragraph_may_announce_a_list_at_its_end(section: str, cast_of: Callable[..., Cast]) -> None:
    listed = "- Tarn Police\n- Larch Homes\n- Wayside"
    cast = cast_of(OPENING, section, f"{LONG}Reports came from:", listed, "CHRONOLOGY", "She rang.")
    assert {(b.name, b.participation) for b in cast.bodies} == {
        (name, "report") for name in ("Tarn Police", "Larch Homes", "Wayside")
    }


@pytest.mark.parametrize("heading", ["GLOSSARY", "GLOSSARY OF TERMS", "Glossary of abbreviations used"])
def test_a_glossary_gives_agencies_that_it_says_to_be_some(heading: str, cast_of: Callable[..., Cast]) -> None:
    lines = "NL - New Leaf, the drug service\nSW - Social Worker\nTP - Tarn Police"
    cast = cast_of(OPENING, heading, lines, "CHRONOLOGY", "She rang NL.")
    assert {b.name: b.aliases for b in cast.bodies} == {"New Leaf": ("NL",), "Tarn Police": ("TP",)}


@pytest.mark.parametrize(
    "line", ["NL - New Leaf, the book of hours", "DW - New Leaf, the drug service", "NL - New Leaf"]
)
def test_other_lines_of_a_glossary_are_none(line: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, "GLOSSARY", f"{line}\nSW - Social Worker\nTP - Tarn Police", "CHRONOLOGY", "She rang.")
    assert "New Leaf" not in {b.name for b in cast.bodies}


@pytest.mark.parametrize(
    ("entry", "name", "aliases"),
    [
        ("Elm Surgery (prepared by Holm Clinical Commissioning Group)", "Elm Surgery", ()),
        ("Elm Surgery (report written for it by Holm Clinical Commissioning Group)", "Elm Surgery", ()),
        ("Elm Surgery (Elm Health Centre)", "Elm Surgery", ("Elm Health Centre",)),
        ("Sparrow Limited (the care company)", "Sparrow Limited", ("care company",)),
        ("Sparrow Limited (hereafter the care agency)", "Sparrow Limited", ("care agency",)),
        ("Sparrow Limited (which I shall call the Agency)", "Sparrow Limited", ("Agency",)),
        ("Elm Surgery (the lead agency)", "Elm Surgery", ()),
        ("Elm Surgery (Omar's GP)", "Elm Surgery", ()),
        ("Larch Homes (Alma's former landlord)", "Larch Homes", ()),
        ("Elm Surgery, Omar's GP", "Elm Surgery", ()),
        ("Vale Project (Tarn Women's Aid)", "Vale Project", ("Tarn Women's Aid",)),
    ],
)
def test_brackets_name_an_agency_and_neither_who_wrote_for_it_nor_whose_it_is(
    entry: str, name: str, aliases: tuple[str, ...], cast_of: Callable[..., Cast]
) -> None:
    pair = "Alma, aged 34, was stabbed by her husband, Omar, aged 38."
    cast = cast_of(pair, f"Reports were received from Tarn Police; {entry}; and Tarn Homes.", "CHRONOLOGY", "She rang.")
    assert {b.name: b.aliases for b in cast.bodies}[name] == aliases


@pytest.mark.parametrize(
    "header", ["Known in this report as", "Known as", "Name used", "Called", "Called in this review", "Short name"]
)
def test_a_column_says_how_an_agency_is_called_without_its_article(header: str, cast_of: Callable[..., Cast]) -> None:
    rows = "| Vale General Hospital | the General | IMR |\n| Larch Homes | Larch | IMR |\n| Wayside | - | IMR |"
    cast = cast_of(OPENING, f"## Contributors\n\n| Agency | {header} | Contribution |\n|---|---|---|\n{rows}")
    assert {b.name: b.aliases for b in cast.bodies} == {
        "Vale General Hospital": ("General",), "Larch Homes": ("Larch",), "Wayside": (),
    }  # fmt: skip


@pytest.mark.parametrize("header", ["Size", "Known since", "Asked"])
def test_another_column_does_not(header: str, cast_of: Callable[..., Cast]) -> None:
    rows = "| Vale General Hospital | the General | IMR |\n| Larch Homes | Larch | IMR |"
    cast = cast_of(OPENING, f"## Contributors\n\n| Agency | {header} | Contribution |\n|---|---|---|\n{rows}")
    assert {b.name: b.aliases for b in cast.bodies} == {"Vale General Hospital": (), "Larch Homes": ()}


@pytest.mark.parametrize("entry", ["Independent", "Author"])
@pytest.mark.parametrize(
    "layout", ["Contributors\n\nAgency\tContribution\nTarn Police\tIMR\n{}\tIMR",
               "Reports were received from:\n\n- Tarn Police\n- {}\n- Wayside"]
)  # fmt: skip
def test_whoever_is_independent_is_no_agency(layout: str, entry: str, cast_of: Callable[..., Cast]) -> None:
    named = {b.name for b in cast_of(OPENING, layout.format(entry)).bodies}
    assert entry not in named
    assert f"{entry} Futures" in {b.name for b in cast_of(OPENING, layout.format(f"{entry} Futures")).bodies}


KEYS = ["GLOSSARY", "Key to agencies", "CONTRIBUTORS"]


@pytest.mark.parametrize("heading", KEYS)
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("NL\tNew Leaf, the drug service", "New Leaf"),
        ("DVS\tDomestic Violence Service", "Domestic Violence Service"),
        ("EHO\tElm Homes", "Elm Homes"),
    ],
)
def test_a_table_of_short_forms_gives_agencies(
    heading: str, line: str, name: str, cast_of: Callable[..., Cast]
) -> None:
    cast = cast_of(OPENING, heading, f"{line}\nTP\tTarn Police", "CHRONOLOGY", "She rang.")
    assert {b.name for b in cast.bodies} == {name, "Tarn Police"}


@pytest.mark.parametrize("heading", KEYS)
@pytest.mark.parametrize(
    "line",
    ["NL\tNew Leaf, the book of hours", "DA\tDomestic Abuse", "DASH\tDomestic Abuse, Stalking and Harassment"],
)
def test_a_book_a_matter_and_a_tool_in_it_are_none(heading: str, line: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, heading, f"{line}\nTP\tTarn Police", "CHRONOLOGY", "She rang.")
    assert {b.name for b in cast.bodies} == {"Tarn Police"}


@pytest.mark.parametrize(
    ("line", "part"),
    [("IDVA\tIndependent Domestic Violence Adviser", "mentioned"), ("IDVS\tDomestic Violence Service", "report")],
)
def test_the_title_of_an_adviser_in_it_is_no_contributor(line: str, part: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, "GLOSSARY", f"{line}\nTP\tTarn Police", "CHRONOLOGY", "She rang.")
    assert {b.participation for b in cast.bodies if b.name != "Tarn Police"} == {part}


@pytest.mark.parametrize(("item", "found"), [("Domestic Abuse", False), ("Domestic Abuse Service", True)])
def test_a_matter_in_a_list_is_no_agency(item: str, found: bool, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(OPENING, f"Reports were received from:\n\n- Tarn Police\n- {item}\n- Wayside")
    assert (item in {b.name for b in cast.bodies}) is found


def test_a_sentence_with_a_stop_may_announce_the_list_below_it(cast_of: Callable[..., Cast]) -> None:
    found = cast_of(
        "SECTION 1: BACKGROUND",
        "The terms of reference covered 2017 to 2021. The following agencies submitted IMRs or short reports.",
        '- Tarn Constabulary (IMR)\n- Tarn Council Adult Social Care (IMR) - "ASC"\n- New Horizons, drug team (report)',
    )
    assert {b.name: (b.aliases, b.participation) for b in found.bodies} == {
        "Tarn Constabulary": ((), "imr"),
        "Tarn Council Adult Social Care": (("ASC",), "imr"),
        "New Horizons": ((), "report"),
    }


def test_a_name_among_agencies_that_wrote_is_one_too(cast_of: Callable[..., Cast]) -> None:
    wrote = "Connexions Tarn, Steadfast (a drug service), Elm Dental Practice and Larch School gave written accounts."
    found = {b.name for b in cast_of("Alma was killed by Omar.", "CONTRIBUTORS", wrote).bodies}
    assert {"Connexions Tarn", "Steadfast", "Elm Dental Practice"} <= found
