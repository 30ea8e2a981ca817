"""Each canned question on two small reviews, row by row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

import pyoxigraph as ox
import pytest

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.knowledge import flag_wording, verdict_wording
from dhr_graph.knowledge.verdicts import SILENT
from dhr_graph.knowledge.wordings import NO_RECORD, verdict_codes
from dhr_graph.model.records import (
    CarePlan,
    Contact,
    Disclosure,
    Event,
    Incident,
    InformationShare,
    JusticeEvent,
    Referral,
    RiskAssessment,
    Signposting,
)
from dhr_graph.questions import Answer, Question, answer, typed_parameters
from dhr_graph.questions.parameters import bind

Ask = Callable[..., Answer]

POLICE, SURGERY = "elmby/Agency/Elmshire Police", "elmby/Agency/Ash Lane Surgery"
REFUGE, HOUSING = "elmby/Agency/Elmby Refuge", "oakham/Agency/Oakham Housing"
LIBRARY = "elmby/Agency/Elmby Library"


def column(told: Answer, name: str) -> list[object]:
    """One column of an answer."""
    place = [c.name for c in told.columns].index(name)
    return [row[place] for row in told.rows]


class TestNeverShared:
    def test_who_knew_since_when_on_what_basis_and_where_to_look(self, ask: Ask) -> None:
        surgery, refuge = ask("never-shared", review="elmby").rows
        told_her_doctor = ("She told her doctor.", "1.6 #6", "elmby/Disclosure/1.6")
        stated = ("STATED_NOT_SHARED", "the review states that it did not share or refer", ("confidence=0.60",))
        assert surgery[:7] == ("elmby", "Ash Lane Surgery", SURGERY, None, "2015-03-01", "disclosure", "2015-03-01")
        assert surgery[7:13] == (*told_her_doctor, *stated)
        assert surgery[13:] == (("Ash Lane Surgery told nobody.",), 0.6, 2, ("#0", "1.8 #8"))
        rang = ("They also rang the refuge.", "1.3 #3", "elmby/InformationShare/1.3")
        none_found = ("NO_SHARE_FOUND", "no onward sharing found in this document")
        assert refuge[:6] == ("elmby", "Elmby Refuge", REFUGE, None, "2015-01-21", "information_share")
        assert refuge[6:12] == ("2015-01-21", *rang, *none_found)
        assert refuge[12:] == (("confidence=0.90", "received_only"), (), 0.9, 1, ("#0",))

    def test_the_words_are_those_of_the_verdicts_in_both_languages(self, questions: Mapping[str, Question]) -> None:
        for code in SILENT:
            label = verdict_wording(code).label
            assert f'("{code}" "{label}")' in questions["never-shared"].sparql
            assert f"WHEN '{code}' THEN '{label}'" in questions["never-shared"].cypher
        without_record = verdict_wording("STATED_NOT_SHARED", [NO_RECORD]).label
        assert f'"{without_record}"' in questions["never-shared"].sparql
        assert f"THEN '{without_record}'" in questions["never-shared"].cypher

    def test_it_says_that_absence_is_no_proof(self, ask: Ask) -> None:
        assert any("not proof" in caution for caution in ask("never-shared").cautions)

    def test_all_reviews_unless_one_is_named(self, ask: Ask) -> None:
        assert column(ask("never-shared"), "agency_id") == [SURGERY, REFUGE, HOUSING]

    def test_rows_with_a_flag_can_be_left_out(self, ask: Ask) -> None:
        assert column(ask("never-shared", without_flag="received_only"), "agency_id") == [SURGERY]

    def test_for_each_risk(self, ask: Ask) -> None:
        told = ask("never-shared", by_risk=True)
        assert column(told, "agency_id") == [SURGERY, REFUGE, HOUSING]
        assert set(column(told, "risk")) == {"Vera at risk from Paul"}


class TestVerdicts:
    def test_every_agency_has_its_row_with_whom_it_told_and_who_told_it(self, ask: Ask) -> None:
        surgery, library, refuge, police = ask("verdicts", review="elmby").rows
        stated = ("STATED_NOT_SHARED", "the review states that it did not share or refer")
        assert surgery[:7] == ("elmby", "Ash Lane Surgery", SURGERY, "gp", None, *stated)
        assert surgery[7:] == (True, "2015-03-01", None, (), ("Vera",), ("confidence=0.60",))
        assert library[2:7] == (LIBRARY, "other", None, "NOTHING_TOLD", "no dealing told")
        assert library[7:] == (False, None, None, (), (), ())
        assert (refuge[2], refuge[5]) == (REFUGE, "NO_SHARE_FOUND")
        assert refuge[7:12] == (True, "2015-01-21", None, (), ("Elmshire Police",))
        assert police[5:7] == ("SHARED", "shared outside its own organisation")
        assert police[7:12] == (True, "2015-01-10", "2015-01-20", ("Elmby Refuge", "MARAC"), ())

    def test_who_is_not_named_is_in_no_list(self, ask: Ask) -> None:
        (housing,) = ask("verdicts", review="oakham").rows
        assert (housing[2], housing[7], housing[11]) == (HOUSING, True, ())

    def test_of_one_verdict_and_for_each_risk(self, ask: Ask) -> None:
        assert column(ask("verdicts", verdict="NO_SHARE_FOUND"), "agency_id") == [REFUGE, HOUSING]
        by_risk = ask("verdicts", by_risk=True)
        assert column(by_risk, "agency_id") == [SURGERY, REFUGE, POLICE, HOUSING], "nothing is told of the library"
        assert set(column(by_risk, "risk")) == {"Vera at risk from Paul"}

    @pytest.mark.parametrize(
        ("outcome", "recipients"),
        [(None, ("Elmby Refuge", "MARAC")), ("declined", ("MARAC",)), ("not_received", ("MARAC",))],
    )
    def test_a_referral_that_failed_told_nobody(
        self, told_after_referral: Callable[..., Mapping[str, object]], outcome: str | None, recipients: tuple[str, ...]
    ) -> None:
        assert told_after_referral(outcome)["Elmshire Police"] == recipients

    def test_the_words_are_those_of_the_verdicts_in_both_languages(self, questions: Mapping[str, Question]) -> None:
        sparql = " ".join(questions["verdicts"].sparql.split())
        cypher = " ".join(questions["verdicts"].cypher.split())
        for code in verdict_codes():
            label, of_no_record = verdict_wording(code).label, verdict_wording(code, [NO_RECORD]).label
            other = "UNDEF" if of_no_record == label else f'"{of_no_record}"'
            assert f'("{code}" "{label}" {other})' in sparql
            assert f"WHEN '{code}' THEN '{label}'" in cypher
            if of_no_record != label:
                assert f"WHEN v.code = '{code}' AND 'no_record' IN v.flags THEN '{of_no_record}'" in cypher

    def test_it_says_that_absence_is_no_proof(self, ask: Ask) -> None:
        assert any("not proof" in caution for caution in ask("verdicts").cautions)


class TestStoppedSharing:
    def test_what_was_learned_after_the_last_share(self, ask: Ask) -> None:
        last = datetime.date(2015, 1, 21)
        assert ask("stopped-sharing").rows == (
            (
                "elmby",
                "Elmshire Police",
                POLICE,
                last,
                "2015-01-31",
                "incident",
                "Ten days on, the Force attended again.",
                "1.4 #4",
                "elmby/Incident/1.4",
                None,
                datetime.date(2015, 1, 31),
            ),
            (
                "elmby",
                "Elmshire Police",
                POLICE,
                last,
                "2015-07-01",
                "incident",
                "In the summer it attended a third time.",
                "1.5 #5",
                "elmby/Incident/1.5",
                None,
                datetime.date(2015, 7, 1),
            ),
        )

    def test_the_first_incident_was_shared_within_the_window_and_has_no_share_before_it(self, ask: Ask) -> None:
        assert "elmby/Incident/1.1" not in column(ask("stopped-sharing", window=5), "event_id")

    @pytest.mark.parametrize(
        ("shares", "window", "rows"),
        [
            (["2015-01-01"], 28, ["2015-03-01, next None"]),
            (["2015-01-01", "2015-03-01"], 28, []),
            (["2015-01-01", "2015-03-29"], 28, []),
            (["2015-01-01", "2015-03-30"], 28, ["2015-03-01, next 2015-03-30"]),
            (["2015-01-01", "2015-03-30"], 29, []),
            (["2015-04-30"], 28, []),
            (["2015-01-01", None], 28, []),
            ([], 28, []),
        ],
    )
    def test_a_share_counts_until_so_many_days_after(
        self,
        police_story: Callable[..., list[str]],
        shares: list[str | None],
        window: int,
        rows: list[str],
    ) -> None:
        assert police_story(["2015-03-01"], shares, window=window) == rows

    @pytest.mark.parametrize("kind", [Incident, Disclosure, RiskAssessment])
    def test_what_it_attended_was_told_and_assessed_is_learning(
        self, told_after_sharing: Callable[..., list[str]], kind: type[Event]
    ) -> None:
        assert len(told_after_sharing(kind)) == 1

    @pytest.mark.parametrize("by_nobody", [False, True])
    def test_what_another_passed_on_to_it_is_learning_whether_the_sender_is_named_or_not(
        self, told_after_sharing: Callable[..., list[str]], by_nobody: bool
    ) -> None:
        told = told_after_sharing(InformationShare, to_police=True, by_nobody=by_nobody)
        assert told == ["information_share"]
        assert told_after_sharing(Referral, to_police=True, by_nobody=by_nobody, outcome="rejected") == ["referral"]
        assert told_after_sharing(Referral, to_police=True, by_nobody=by_nobody, outcome="not_received") == []

    @pytest.mark.parametrize("kind", [Contact, JusticeEvent, CarePlan, Signposting])
    def test_a_dealing_that_tells_nothing_new_is_not(
        self, told_after_sharing: Callable[..., list[str]], kind: type[Event]
    ) -> None:
        assert told_after_sharing(kind) == []

    def test_nor_is_its_own_attempt_to_refer(self, told_after_sharing: Callable[..., list[str]]) -> None:
        assert told_after_sharing(Referral, outcome="declined") == []

    def test_it_says_what_it_leaves_out(self, ask: Ask) -> None:
        assert any("not counted as learning" in caution for caution in ask("stopped-sharing").cautions)


class TestKnowledgeTimeline:
    def test_in_the_order_of_time_with_who_told_whom(self, ask: Ask) -> None:
        told = ask("knowledge-timeline", review="elmby")
        assert [row[1:3] + row[4:8] for row in told.rows] == [
            ("2015-01-10", "Elmshire Police", "incident", False, None, None),
            ("2015-01-20", "Elmshire Police", "referral", False, None, None),
            ("2015-01-21", "Elmby Refuge", "information_share", True, "Elmshire Police", None),
            ("2015-01-21", "Elmshire Police", "information_share", False, None, None),
            ("2015-01-31", "Elmshire Police", "incident", False, None, None),
            ("2015-03-01", "Ash Lane Surgery", "disclosure", False, None, "Vera"),
            ("2015-07-01", "Elmshire Police", "incident", False, None, None),
            (None, "Ash Lane Surgery", "contact", False, None, None),
        ]
        assert told.rows[2][8:12] == (("Vera",), "They also rang the refuge.", "1.3 #3", "elmby/InformationShare/1.3")

    def test_a_sender_that_is_not_named_stays_unnamed(self, ask: Ask) -> None:
        (row,) = ask("knowledge-timeline", review="oakham").rows
        assert row[5:8] == (True, None, None)

    def test_for_one_agency_by_words_of_its_name(self, ask: Ask) -> None:
        assert set(column(ask("knowledge-timeline", agency="refuge"), "agency_id")) == {REFUGE}


class TestFirstShareLag:
    KNOWN = ("2015-01-10", "The Force attended.", "1.1 #1", "elmby/Incident/1.1")
    SHARED = ("2015-01-20", "They referred her to MARAC.", "1.2 #2", "elmby/Referral/1.2")
    ROW = ("elmby", "Elmshire Police", POLICE, "police", *KNOWN, *SHARED, 10, True, ("confidence=0.90",))

    def test_days_from_first_knowing_to_first_sharing_with_the_words_of_both(self, ask: Ask) -> None:
        assert ask("first-share-lag").rows == (self.ROW,)

    @pytest.mark.parametrize(("at_least", "rows"), [(10, 1), (11, 0)])
    def test_only_long_lags(self, ask: Ask, at_least: int, rows: int) -> None:
        assert len(ask("first-share-lag", at_least=at_least).rows) == rows


class TestMissedOpportunities:
    def test_what_was_not_done_by_whom_with_the_words(self, ask: Ask) -> None:
        assert ask("missed-opportunities").rows == (
            (
                "elmby",
                "Ash Lane Surgery",
                SURGERY,
                "gp",
                "share",
                "2015-03-01",
                "Elmshire Police",
                ("Vera",),
                True,
                "Ash Lane Surgery told nobody.",
                "1.8 #8",
                "elmby/MissedOpportunity/1.8",
                datetime.date(2015, 3, 1),
            ),
            (
                "elmby",
                None,
                None,
                None,
                "enquiry",
                None,
                None,
                (),
                False,
                "Nobody asked the children.",
                "1.9 #9",
                "elmby/MissedOpportunity/1.9",
                None,
            ),
        )

    def test_it_says_where_those_that_name_no_agency_stand(self, questions: Mapping[str, Question]) -> None:
        assert "last in their review and with agency empty" in questions["missed-opportunities"].summary
        assert "missed-opportunities lists it" in flag_wording("unnamed_failure").sentence

    def test_of_one_kind(self, ask: Ask) -> None:
        assert column(ask("missed-opportunities", kind="enquiry"), "missed") == ["enquiry"]


class TestRecommendationsByAgency:
    def test_once_for_each_agency_or_printed_name(self, ask: Ask) -> None:
        told = ask("recommendations-by-agency")
        assert [(row[0], row[4]) for row in told.rows] == [
            ("Ash Lane Surgery", "1"),
            ("Ash Lane Surgery", "2"),
            ("Elmshire Police", "2"),
            ("The Treasury", "3"),
            (None, "4"),
        ]
        assert told.rows[0] == (
            "Ash Lane Surgery",
            SURGERY,
            "gp",
            "elmby",
            "1",
            "single_agency",
            None,
            "Train all doctors.",
            ("Practice manager",),
            ("June 2017", "May 2017"),
            ("Done",),
            "elmby/Recommendation/1",
        )

    def test_of_one_agency(self, ask: Ask) -> None:
        assert column(ask("recommendations-by-agency", agency="TREASURY"), "addressed_to") == ["The Treasury"]


class TestEveryQuestion:
    NAMES = (
        "first-share-lag",
        "knowledge-timeline",
        "missed-opportunities",
        "never-shared",
        "recommendations-by-agency",
        "stopped-sharing",
        "verdicts",
    )

    @pytest.mark.parametrize("name", NAMES)
    def test_words_of_a_query_in_a_parameter_stay_words(
        self, ask: Ask, questions: Mapping[str, Question], name: str
    ) -> None:
        hostile = "x\" \"y) } UNION { ?s ?p ?o } #\n\\\" ''' $p_review"
        with pytest.raises(UsageError, match="there is no review"):
            ask(name, review=hostile)
        assert bind(questions[name], typed_parameters(questions[name], {"review": hostile})).count(hostile) == 0
        assert ask(name).rows

    @pytest.mark.parametrize("name", NAMES)
    def test_an_unknown_parameter_is_refused_by_name(self, ask: Ask, name: str) -> None:
        with pytest.raises(UsageError, match=r"no parameter 'county'\. Its parameters are review"):
            ask(name, county="Elmshire")


class TestAMisspeltValueExoneratesNobody:
    @pytest.mark.parametrize(
        ("name", "params", "hint"),
        [
            ("never-shared", {"review": "elmbi"}, "no review 'elmbi'.*There are: elmby, oakham"),
            ("never-shared", {"without_flag": "recieved"}, "no flag 'recieved'.*received_only"),
            ("verdicts", {"verdict": "NOT_SHARED"}, "no verdict 'NOT_SHARED'.*NO_SHARE_FOUND"),
            ("knowledge-timeline", {"agency": "polise"}, "'polise'.*Elmby Refuge"),
            ("knowledge-timeline", {"agency": "refuge", "review": "oakham"}, "There are: Oakham Housing"),
            ("recommendations-by-agency", {"agency": "treasure"}, "The Treasury"),
            ("missed-opportunities", {"kind": "shares"}, "There are: share, referral"),
            ("stopped-sharing", {"window": -1}, "below 0"),
            ("first-share-lag", {"at_least": "-3"}, "below 0"),
        ],
    )
    def test_it_is_refused_with_what_there_is(self, ask: Ask, name: str, params: dict[str, object], hint: str) -> None:
        with pytest.raises(UsageError, match=hint):
            ask(name, **params)

    def test_a_store_without_reviews_answers_nothing(self, questions: Mapping[str, Question]) -> None:
        with pytest.raises(DatasetError, match="no review"):
            answer(questions["never-shared"], ox.Store())
