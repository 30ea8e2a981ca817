"""A casebook: every row of the table of verdicts, and every flag, as a little story.

Every story starts from the same review: Vera is at risk from Paul and dies on 1 June 2016. `told(...)` derives what
the agencies knew and shared from the facts of the story.
"""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.knowledge import derive
from dhr_graph.loaders.dates import span_of
from dhr_graph.loaders.narrative.confidence import confidence_of
from dhr_graph.model.records import (
    Agency,
    Contact,
    Death,
    Disclosure,
    Document,
    Event,
    Evidence,
    Forum,
    Incident,
    InformationShare,
    JusticeEvent,
    Knowledge,
    MissedOpportunity,
    OpenCue,
    Person,
    Record,
    Referral,
    Review,
    Risk,
    RiskAssessment,
    Signposting,
    Verdict,
)

REVIEW = "elmby/Review/1"
RISK, OTHER_RISK = "elmby/Risk/vera", "elmby/Risk/nora"
COUNCIL = "organisations/Organisation/elmby"
DEATH = datetime.date(2016, 6, 1)
VERA, PAUL = "elmby/Person/vera", "elmby/Person/paul"


def agency(name: str, kind: str = "other", **more: Any) -> Agency:
    return Agency(id=f"elmby/Agency/{name}", in_review=REVIEW, name=name, agency_type=kind, **more)


POLICE = agency("Elmshire Police", "police")
SURGERY = agency("Ash Lane Surgery", "gp")
REFUGE = agency("Elmby Refuge", "domestic_abuse_service")
HOUSING = agency("Elmby Council Housing", "housing", of_organisation=COUNCIL)
SOCIAL_CARE = agency("Elmby Council Social Care", "childrens_social_care", of_organisation=COUNCIL)
MARAC = Forum(id="elmby/Forum/marac", in_review=REVIEW, name="MARAC", agency_type="forum")
BEACON = agency(
    "Beacon Women's Aid", "domestic_abuse_service", aliases=("BWA", "idva service"), participation="no_contact"
)
BODIES = (POLICE, SURGERY, REFUGE, HOUSING, SOCIAL_CARE, MARAC)

SETTING: tuple[Record, ...] = (
    Review(id=REVIEW, slug="elmby"),
    Death(id="elmby/Death/1", in_review=REVIEW, date_earliest=DEATH, date_latest=DEATH),
    Person(id=VERA, in_review=REVIEW, label="Vera", role="victim"),
    Person(id=PAUL, in_review=REVIEW, label="Paul", role="perpetrator"),
    Risk(id=RISK, in_review=REVIEW, principal=True, person_at_risk=(VERA,), person_posing_risk=(PAUL,)),
    *BODIES,
)


def fact(kind: type[Any], name: str, by: Record | None, on: str | None, /, **more: Any) -> Any:
    """Something that happened (or did not), about Vera and her risk unless the story says otherwise."""
    day = datetime.date.fromisoformat(on) if on else None
    given_in_story: dict[str, Any] = {
        "id": f"elmby/{kind.__name__}/{name}",
        "in_review": REVIEW,
        "in_document": "elmby/Document/1",
        "by_agency": by.id if by else None,
        "about": (VERA,),
        "concerns_risk": (RISK,),
        "date_earliest": day,
        "date_latest": day,
        "date_edtf": on,
    }
    return kind(**(given_in_story | more))


def vera_tells(whom: Record, on: str | None = "2015-03-01", **more: Any) -> Disclosure:
    told: Disclosure = fact(Disclosure, "told", whom, on, told_by=VERA, **more)
    return told


def share(by: Record | None, to: Record | None, on: str | None = "2015-03-02", **more: Any) -> InformationShare:
    made: InformationShare = fact(InformationShare, "share", by, on, to_agency=to.id if to else None, **more)
    return made


def referral(by: Record | None, to: Record | None, on: str | None = "2015-03-02", **more: Any) -> Referral:
    made: Referral = fact(Referral, "referral", by, on, to_agency=to.id if to else None, **more)
    return made


def signposting(by: Record, to: Record) -> Signposting:
    made: Signposting = fact(Signposting, "signposting", by, "2015-03-02", to_agency=to.id)
    return made


def failed_to(kind: str, by: Record | None, on: str | None = "2015-03-05", **more: Any) -> MissedOpportunity:
    stated: MissedOpportunity = fact(MissedOpportunity, f"failed-{kind}", by, on, kind=kind, **more)
    return stated


def quoted(kind: str, words: str) -> Evidence:
    """The words of a failure of this kind."""
    return words_of(f"MissedOpportunity/failed-{kind}", words)


def words_of(fact: str, words: str) -> Evidence:
    """The words that tell a fact."""
    return Evidence(
        id=f"elmby/Evidence/{fact}",
        in_passage="elmby/Passage/1",
        supports=f"elmby/{fact}",
        quote=words,
        start=0,
        end=len(words),
    )


def words_of_sharing_near(body: Agency) -> OpenCue:
    document_id = "elmby/Document/1"
    return OpenCue(id="elmby/OpenCue/1", in_review=REVIEW, in_document=document_id, of_agency=body.id, cue="liaise")


def document(kind: str, name: str = "1") -> Document:
    return Document(
        id=f"elmby/Document/{name}",
        in_review=REVIEW,
        name=name,
        media_type="text/plain",
        text_hash="0",
        document_kind=kind,
    )


def verdict(body: Agency, *story: Record, risk: str | None = None) -> Verdict:
    rows = derive((*SETTING, *story))
    return next(r for r in rows if isinstance(r, Verdict) and r.of_agency == body.id and r.of_risk == risk)


def knowledge(body: Agency, *story: Record, risk: str | None = None) -> Knowledge:
    rows = derive((*SETTING, *story))
    return next(r for r in rows if isinstance(r, Knowledge) and r.of_agency == body.id and r.of_risk == risk)


class TestTheRowsOfTheTable:
    def test_1_shared_once_and_the_review_states_that_it_did_not_another_time(self) -> None:
        told = verdict(POLICE, vera_tells(POLICE), referral(POLICE, MARAC), failed_to("referral", POLICE))
        assert (told.code, told.knowledge_code) == ("SHARED_WITH_STATED_GAPS", "knew_shared_but_gaps")
        assert told.shared
        assert told.gaps == ("elmby/MissedOpportunity/failed-referral",)

    def test_2_the_review_states_that_it_did_not_share(self) -> None:
        told = verdict(SURGERY, vera_tells(SURGERY), failed_to("share", SURGERY))
        assert (told.code, told.knowledge_code, told.shared) == ("STATED_NOT_SHARED", "knew_stated_not_shared", False)

    def test_2_not_sharing_what_one_was_told_is_itself_told_as_knowing(self) -> None:
        assert verdict(SURGERY, failed_to("share", SURGERY)).code == "STATED_NOT_SHARED"

    def test_2_is_not_for_a_failure_to_refer_for_something_else(self) -> None:
        for_drink = failed_to("referral", SURGERY, concerns_risk=())
        assert verdict(SURGERY, vera_tells(SURGERY), for_drink).code == "NO_SHARE_FOUND"

    @pytest.mark.parametrize("kind", ["enquiry", "assessment", "record", "other"])
    def test_2_is_not_for_failures_of_another_kind(self, kind: str) -> None:
        assert verdict(SURGERY, vera_tells(SURGERY), failed_to(kind, SURGERY)).code == "NO_SHARE_FOUND"

    def test_3_shared_with_another_agency(self) -> None:
        told = verdict(POLICE, vera_tells(POLICE), share(POLICE, SURGERY, on="2015-03-02"))
        assert (told.code, told.knowledge_code, told.first_shared_edtf) == ("SHARED", "knew_and_shared", "2015-03-02")
        assert told.derived_from == ("elmby/Disclosure/told", "elmby/InformationShare/share")

    def test_3_a_referral_to_a_forum_is_a_share(self) -> None:
        assert verdict(POLICE, vera_tells(POLICE), referral(POLICE, MARAC)).code == "SHARED"

    def test_3_a_share_with_a_recipient_that_is_not_named_accuses_nobody(self) -> None:
        assert verdict(POLICE, vera_tells(POLICE), share(POLICE, None)).code == "SHARED"

    def test_3_whoever_shares_a_risk_knew_of_it(self) -> None:
        assert knowledge(POLICE, share(POLICE, SURGERY)).knew

    @pytest.mark.parametrize("outcome", [None, "effected", "unknown", "rejected"])
    def test_3_a_share_with_any_outcome_that_let_the_words_through_counts(self, outcome: str | None) -> None:
        assert verdict(POLICE, vera_tells(POLICE), referral(POLICE, REFUGE, outcome=outcome)).code == "SHARED"

    def test_4_shared_only_within_its_organisation(self) -> None:
        told = verdict(HOUSING, vera_tells(HOUSING), share(HOUSING, SOCIAL_CARE))
        assert (told.code, told.knowledge_code, told.shared) == ("SHARED_IN_ORGANISATION", "knew_and_shared", True)
        assert "in_organisation" in told.flags

    def test_4_one_share_outside_is_enough_to_leave_this_row(self) -> None:
        outside = referral(HOUSING, REFUGE)
        told = verdict(HOUSING, vera_tells(HOUSING), share(HOUSING, SOCIAL_CARE), outside)
        assert (told.code, told.flags) == ("SHARED", ())

    def test_4_with_a_stated_failure_besides_it_is_row_1_and_keeps_the_flag(self) -> None:
        told = verdict(HOUSING, share(HOUSING, SOCIAL_CARE), failed_to("referral", HOUSING))
        assert (told.code, told.flags) == ("SHARED_WITH_STATED_GAPS", ("in_organisation",))

    def test_5_words_of_sharing_that_were_not_understood_stop_the_accusation(self) -> None:
        told = verdict(SURGERY, vera_tells(SURGERY), words_of_sharing_near(SURGERY))
        assert (told.code, told.knowledge_code, told.flags) == ("SHARE_POSSIBLE", "unclear", ("open_cue",))
        assert "elmby/OpenCue/1" in told.derived_from

    def test_5_words_near_another_agency_do_not(self) -> None:
        assert verdict(SURGERY, vera_tells(SURGERY), words_of_sharing_near(POLICE)).code == "NO_SHARE_FOUND"

    @pytest.mark.parametrize("outcome", ["declined", "not_received"])
    def test_6_a_referral_that_was_declined_or_lost(self, outcome: str) -> None:
        told = verdict(POLICE, vera_tells(POLICE), referral(POLICE, REFUGE, outcome=outcome))
        assert (told.code, told.knowledge_code) == ("ATTEMPTED_ONLY", "knew_no_share_recorded")
        assert (told.shared, told.flags) == (False, ("attempted",))

    def test_7_telling_her_of_a_service_passes_nothing_on(self) -> None:
        told = verdict(SURGERY, vera_tells(SURGERY), signposting(SURGERY, REFUGE))
        assert (told.code, told.knowledge_code) == ("SIGNPOSTED_ONLY", "knew_no_share_recorded")
        assert told.flags == ("signposted",)

    def test_8_knew_and_nothing_else_is_told(self) -> None:
        told = verdict(SURGERY, vera_tells(SURGERY))
        assert (told.code, told.knowledge_code, told.flags) == ("NO_SHARE_FOUND", "knew_no_share_recorded", ())

    def test_9_dealings_without_a_word_of_the_risk(self) -> None:
        told = verdict(SURGERY, fact(Contact, "check-up", SURGERY, "2015-01-01", concerns_risk=()))
        assert (told.code, told.knowledge_code) == ("NOT_RECORDED_AS_KNOWING", "did_not_know")

    def test_9_an_agency_that_says_it_had_no_contact(self) -> None:
        other = agency("Elmby Hospice", participation="no_contact")
        assert verdict(other, other).code == "NOT_RECORDED_AS_KNOWING"

    @pytest.mark.parametrize("words", ["Vera told the IDVA that she was afraid.", "She told the worker of it."])
    def test_9_an_agency_that_had_no_contact_and_seems_to_be_told_only_by_its_role(self, words: str) -> None:
        story = (BEACON, vera_tells(BEACON), words_of("Disclosure/told", words))
        assert verdict(BEACON, *story).code == "NOT_RECORDED_AS_KNOWING"
        assert not knowledge(BEACON, *story).knew

    @pytest.mark.parametrize("words", ["Vera told Beacon Women's\nAid that she was afraid.", "Vera told BWA of it."])
    def test_9_is_not_for_one_that_is_named_by_its_own_name(self, words: str) -> None:
        story = (BEACON, vera_tells(BEACON), words_of("Disclosure/told", words))
        assert verdict(BEACON, *story).code == "NO_SHARE_FOUND"
        assert knowledge(BEACON, *story).knew

    def test_9_whoever_had_contact_is_told_by_a_role_as_well(self) -> None:
        spoken = words_of("Disclosure/told", "Vera told the IDVA that she was afraid.")
        assert knowledge(REFUGE, vera_tells(REFUGE), spoken).knew

    def test_9_a_share_about_something_else_shows_neither_knowing_nor_sharing(self) -> None:
        about_drink = referral(SURGERY, REFUGE, concerns_risk=())
        assert verdict(SURGERY, about_drink).code == "NOT_RECORDED_AS_KNOWING"
        assert not verdict(SURGERY, about_drink).shared

    def test_10_an_agency_of_which_no_dealing_is_told(self) -> None:
        told = verdict(REFUGE, vera_tells(SURGERY))
        assert (told.code, told.knowledge_code, told.derived_from) == ("NOTHING_TOLD", "unclear", ())


class TestWhatIsKnowing:
    @pytest.mark.parametrize("kind", [Incident, Contact, Disclosure, RiskAssessment])
    def test_whoever_attends_is_told_or_assesses_knows(self, kind: type[Event]) -> None:
        assert knowledge(POLICE, fact(kind, "it", POLICE, "2015-03-01")).basis_event == f"elmby/{kind.__name__}/it"

    def test_since_the_earliest_dated_event(self) -> None:
        undated = vera_tells(POLICE, on=None)
        later, first = fact(Incident, "later", POLICE, "2015-05-05"), fact(Incident, "first", POLICE, "2014-05-05")
        known = knowledge(POLICE, undated, later, first)
        assert (known.first_known, known.first_known_edtf) == (datetime.date(2014, 5, 5), "2014-05-05")
        assert known.basis_event == "elmby/Incident/first"
        assert len(known.derived_from) == 3

    def test_of_one_day_the_event_that_best_tells_the_risk(self) -> None:
        day = "2015-03-01"
        kinds = (Contact, Incident, RiskAssessment, JusticeEvent)
        story = (*(fact(kind, "a", POLICE, day) for kind in kinds), failed_to("share", POLICE, on=day))
        assert knowledge(POLICE, *story).basis_event == "elmby/Incident/a"
        assert knowledge(POLICE, *story, vera_tells(POLICE, on=day)).basis_event == "elmby/Disclosure/told"
        assert knowledge(POLICE, *story, vera_tells(POLICE, on="2015-03-02")).basis_event == "elmby/Incident/a"

    def test_what_was_not_done_is_the_basis_only_where_nothing_else_is_told(self) -> None:
        failure = failed_to("share", POLICE, on="2014-01-01")
        known = knowledge(POLICE, failure, vera_tells(POLICE, on="2015-03-01"))
        assert (known.basis_event, known.first_known_edtf) == ("elmby/Disclosure/told", "2015-03-01")
        assert knowledge(POLICE, failure).basis_event == failure.id

    def test_a_failure_that_is_an_agency_s_only_by_nearness_shows_nothing(self) -> None:
        nearest = confidence_of("previous", span_of("2015-03-05", "5 March 2015"))
        near, named = (failed_to("share", POLICE, confidence=share) for share in (nearest, 0.77))
        assert verdict(POLICE, near).code == "NOT_RECORDED_AS_KNOWING"
        assert verdict(POLICE, named).code == "STATED_NOT_SHARED"

    def test_the_recipient_of_a_share_knows(self) -> None:
        assert knowledge(SURGERY, share(POLICE, SURGERY)).knew

    def test_the_recipient_of_a_rejected_referral_knows_and_of_a_declined_one_does_not(self) -> None:
        assert knowledge(REFUGE, referral(POLICE, REFUGE, outcome="rejected")).knew
        assert not knowledge(REFUGE, referral(POLICE, REFUGE, outcome="declined")).knew
        assert not knowledge(REFUGE, referral(POLICE, REFUGE, outcome="not_received")).knew

    def test_a_service_that_somebody_was_told_of_knows_nothing(self) -> None:
        told = verdict(REFUGE, signposting(SURGERY, REFUGE))
        assert told.code == "NOTHING_TOLD"

    def test_what_came_after_the_death_is_neither_knowing_nor_sharing(self) -> None:
        assert not knowledge(SURGERY, vera_tells(SURGERY, on="2016-06-02")).knew
        assert knowledge(SURGERY, vera_tells(SURGERY, on="2016-06-01")).knew
        after = share(POLICE, SURGERY, on="2016-07-01")
        assert verdict(POLICE, vera_tells(POLICE), after).code == "NO_SHARE_FOUND"

    def test_not_having_asked_shows_no_knowing(self) -> None:
        assert verdict(SURGERY, failed_to("enquiry", SURGERY)).code == "NOT_RECORDED_AS_KNOWING"

    def test_a_fact_that_a_person_rejected_is_not_counted(self) -> None:
        assert not knowledge(SURGERY, vera_tells(SURGERY, review_status="rejected")).knew


class TestWhatIsNoShare:
    def test_a_pass_to_a_team_of_the_same_agency(self) -> None:
        unit = agency("Elmshire Police Safeguarding Unit", "police")
        told = (unit, vera_tells(POLICE), share(POLICE, unit))
        assert verdict(POLICE, *told).code == "NO_SHARE_FOUND"
        assert knowledge(unit, *told).knew

    def test_two_forces_are_two_agencies(self) -> None:
        neighbour = agency("Oakshire Police", "police")
        assert verdict(POLICE, neighbour, vera_tells(POLICE), share(POLICE, neighbour)).code == "SHARED"

    def test_a_note_to_itself(self) -> None:
        assert verdict(POLICE, vera_tells(POLICE), share(POLICE, POLICE)).code == "NO_SHARE_FOUND"

    def test_a_self_referral_has_no_sender_and_is_the_share_of_nobody(self) -> None:
        own = referral(None, REFUGE, told_by=VERA)
        assert verdict(SURGERY, vera_tells(SURGERY), own).code == "NO_SHARE_FOUND"

    def test_an_undated_word_to_the_partnership_that_commissions_the_review(self) -> None:
        partnership = agency("Elmby Community Safety Partnership", "csp")
        told = (partnership, vera_tells(POLICE))
        assert verdict(POLICE, *told, share(POLICE, partnership, on=None)).code == "NO_SHARE_FOUND"
        assert verdict(POLICE, *told, share(POLICE, partnership, on="2015-04-04")).code == "SHARED"


class TestWhoGetsARow:
    def test_forums_courts_and_coroners_get_none(self) -> None:
        court = agency("Elmby Magistrates' Court", "courts_cps")
        coroner = agency("HM Coroner for Elmshire", "other")
        prosecution = agency("Crown Prosecution Service", "courts_cps")
        rows = derive((*SETTING, court, coroner, prosecution, referral(POLICE, MARAC), share(MARAC, POLICE)))
        bodies = {row.of_agency for row in rows}
        assert not bodies & {MARAC.id, court.id, coroner.id}
        assert prosecution.id in bodies

    def test_the_partnership_that_commissions_the_review_gets_none(self) -> None:
        partnership = agency("Elmby Community Safety Partnership", "csp")
        team = agency("Elmby Community Safety Team", "local_authority_other")
        rows = derive((*SETTING, partnership, team, share(POLICE, partnership), vera_tells(partnership)))
        bodies = {row.of_agency for row in rows}
        assert partnership.id not in bodies
        assert {POLICE.id, team.id} <= bodies

    def test_a_row_for_each_risk_with_dealings_and_one_for_all_together(self) -> None:
        other = Risk(id=OTHER_RISK, in_review=REVIEW)
        story = (
            other,
            vera_tells(POLICE),
            fact(Incident, "nora", POLICE, "2010-01-01", concerns_risk=(OTHER_RISK,)),
            referral(POLICE, MARAC, on="2010-01-02", concerns_risk=(OTHER_RISK,)),
        )
        assert verdict(POLICE, *story).code == "SHARED"
        assert verdict(POLICE, *story, risk=OTHER_RISK).code == "SHARED"
        assert verdict(POLICE, *story, risk=RISK).code == "NO_SHARE_FOUND"
        assert knowledge(POLICE, *story, risk=RISK).first_known_edtf == "2015-03-01"
        surgery_rows = [r for r in derive((*SETTING, *story)) if r.of_agency == SURGERY.id]
        assert [r.of_risk for r in surgery_rows] == [None, None]


class TestFlags:
    def test_received_only(self) -> None:
        assert verdict(SURGERY, share(POLICE, SURGERY)).flags == ("received_only",)

    def test_undated(self) -> None:
        assert verdict(SURGERY, vera_tells(SURGERY, on=None)).flags == ("undated",)
        assert knowledge(SURGERY, vera_tells(SURGERY, on=None)).first_known is None

    def test_unnamed_sender(self) -> None:
        somebody = referral(None, MARAC)
        assert verdict(SURGERY, vera_tells(SURGERY), somebody).flags == ("unnamed_sender",)
        assert verdict(POLICE, share(POLICE, SURGERY), somebody).flags == ()

    def test_unnamed_sender_is_not_said_of_the_one_who_received_it(self) -> None:
        assert verdict(REFUGE, vera_tells(REFUGE), referral(None, REFUGE)).flags == ()

    def test_unnamed_failure(self) -> None:
        some_agencies = failed_to("share", None, on=None, concerns_risk=())
        assert verdict(SURGERY, vera_tells(SURGERY), some_agencies).flags == ("unnamed_failure",)

    def test_no_record_where_that_is_all_that_a_failure_rests_on(self) -> None:
        none_kept = failed_to("share", SURGERY), quoted("share", "There is no record that the surgery told the police.")
        told = verdict(SURGERY, vera_tells(SURGERY), *none_kept)
        assert (told.code, told.flags) == ("STATED_NOT_SHARED", ("no_record",))
        shared_once = verdict(SURGERY, vera_tells(SURGERY), referral(SURGERY, REFUGE), *none_kept)
        assert (shared_once.code, shared_once.flags) == ("SHARED_WITH_STATED_GAPS", ("no_record",))

    def test_no_record_is_not_said_where_another_failure_is_told_outright(self) -> None:
        none_kept = failed_to("share", SURGERY), quoted("share", "There is no record that the surgery told the police.")
        outright = failed_to("referral", SURGERY), quoted("referral", "The surgery did not refer her.")
        assert verdict(SURGERY, vera_tells(SURGERY), *none_kept, *outright).flags == ()
        assert verdict(SURGERY, vera_tells(SURGERY), *none_kept, failed_to("referral", SURGERY)).flags == ()

    def test_open_cue_beside_another_verdict(self) -> None:
        told = verdict(SURGERY, share(SURGERY, POLICE), words_of_sharing_near(SURGERY))
        assert (told.code, told.flags) == ("SHARED", ("open_cue",))

    def test_rejected(self) -> None:
        assert verdict(POLICE, referral(POLICE, REFUGE, outcome="rejected")).flags == ("rejected",)

    def test_perpetrator_only(self) -> None:
        assert verdict(SURGERY, vera_tells(SURGERY, about=(PAUL,))).flags == ("perpetrator_only",)
        assert verdict(SURGERY, vera_tells(SURGERY, about=(PAUL, VERA))).flags == ()

    def test_executive_summary(self) -> None:
        summary, overview = document("executive_summary"), document("overview", "2")
        assert verdict(SURGERY, vera_tells(SURGERY), summary).flags == ("executive_summary",)
        assert verdict(SURGERY, vera_tells(SURGERY), summary, overview).flags == ()

    def test_undated_shares(self) -> None:
        assert verdict(SURGERY, vera_tells(SURGERY), share(SURGERY, POLICE, on=None)).flags == ("undated",)

    def test_the_lowest_confidence_in_the_chain(self) -> None:
        told = verdict(SURGERY, vera_tells(SURGERY, confidence=0.9), share(SURGERY, POLICE, confidence=0.45))
        assert told.flags == ("confidence=0.45",)
        assert verdict(SURGERY, vera_tells(SURGERY, confidence=1.0)).flags == ()


class TestTheDerivationAsAWhole:
    STORY = (
        vera_tells(POLICE),
        referral(POLICE, MARAC),
        share(POLICE, SURGERY),
        failed_to("share", SURGERY),
        words_of_sharing_near(HOUSING),
        document("overview"),
    )

    @given(st.permutations([*SETTING, *STORY]))
    def test_the_order_of_the_records_does_not_matter(self, shuffled: list[Record]) -> None:
        assert derive(shuffled) == derive((*SETTING, *self.STORY))

    def test_deriving_again_from_what_was_derived_changes_nothing(self) -> None:
        once = derive((*SETTING, *self.STORY))
        assert derive((*SETTING, *self.STORY, *once)) == once

    def test_ids_are_unique(self) -> None:
        rows = derive((*SETTING, *self.STORY))
        assert len({row.id for row in rows}) == len(rows)

    def test_a_review_that_names_no_agency_gives_no_rows(self) -> None:
        assert derive([Review(id=REVIEW, slug="elmby")]) == ()
