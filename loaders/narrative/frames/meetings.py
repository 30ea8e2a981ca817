"""Meetings: who takes part in one, so that what somebody tells there is told to them."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import agency_type_of, has_own_date, person_among
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Sentence, Token
from dhr_graph.loaders.narrative.scene import Scene


def forum_met(clause: Clause, scene: Scene) -> str | None:
    """The forum in "At the second MARAC the police described ...", "heard at MARAC, where the police described ..."."""
    part, placed = clause, list(clause.preposition("at"))
    while part.relation == "xcomp" and part.parent is not None:
        part = part.parent
        placed += part.preposition("at")
    met = (scene.party(token) for token in (*placed, *_place_above(clause), *_hearing_above(part, scene)))
    return next((p.member for p in met if p.kind == "forum"), None)


def _hearing_above(clause: Clause, scene: Scene) -> Iterator[Token]:
    """The subject of the hearing during which it was told ("MARAC heard the case, when the police described ...")."""
    above = clause.parent
    during = clause.relation in {"advcl", "relcl"} and any(
        c.lower_ in {"when", "where"} and c.dep_ in {"advmod", "mark"} for c in clause.head.children
    )
    if above is None or not during:
        return
    heard = above.head.lemma_.lower() in scene.words("hearing") and bool(above.objects)
    if heard or above.head.lemma_.lower() in scene.words("sitting"):
        yield from above.subjects


def met_about_child(clause: Clause, scene: Scene) -> str | None:
    """Children's services in "At the core group the school described ...", since they call such meetings."""
    for noun in clause.preposition("at"):
        named = " ".join(t.text for t in (*(t for c in noun.lefts for t in c.subtree), noun))
        meets = noun.lemma_.lower() in scene.words("discussions")
        if (
            meets
            and scene.pattern("meeting_about_child").search(named)
            and not person_among(clause.preposition("to"), scene)
        ):
            return scene.cast.home("childrens_social_care") or scene.likely.get("childrens_social_care")
    return None


def there_met(clause: Clause, scene: Scene) -> Iterator[str]:
    """Who took part in "A strategy meeting was held by CSC and the school, at which the police gave details"."""
    if clause.relation != "relcl" or not any(t.lower_ == "which" and t.head.lower_ == "at" for t in clause.tokens):
        return
    meeting = clause.head.head
    meetings = scene.words("meetings") | scene.words("discussions")
    if meeting.lemma_.lower() not in meetings:
        above = clause.parent
        named = above is not None and any(s.lemma_.lower() in scene.words("discussions") for s in above.subjects)
        if not named:
            return
    start = min(t.idx for t in clause.head.subtree)
    before = [t for t in clause.sentence if t.idx < start]
    if any(t.lower_ in scene.words("absences") for t in before):
        return
    held = next((t for t in before if t.lemma_.lower() in meetings), None)
    if held is None:
        return
    by_all = held.head.lemma_.lower() in scene.words("holding_meetings")
    for mention in scene.mentioned((t for t in before if by_all or t.i > held.i), "agency"):
        if mention.member is not None:
            yield mention.member


def _place_above(clause: Clause) -> Iterator[Token]:
    """The noun of a meeting below which "where" stands."""
    if clause.relation == "relcl" and any(t.lower_ == "where" and t.head.i == clause.head.i for t in clause.tokens):
        yield clause.head.head


def forum_of(scene: Scene) -> str | None:
    """The forum in whose section or row the sentence stands."""
    body = scene.body(scene.agency)
    return body.id if body is not None and body.agency_type == "forum" else None


def met_before(clause: Clause, scene: Scene, who: str) -> tuple[str, ...]:
    """The one who held the meeting just told of, or another who came to it, where one of those who came tells."""
    spoken = clause.relation in {"ROOT", "conj"} and not clause.passive and clause.head.tag_ == "VBD"
    addressed = any(t.lower_ in {"to", "with"} and t.dep_ == "prep" for t in clause.tokens) or any(_datives(clause))
    if not spoken or addressed or who not in scene.discourse.meeting or has_own_date(clause, scene):
        return ()
    others = [member for member in scene.discourse.meeting if member != who]
    return tuple(others[:1])


def _datives(clause: Clause) -> Iterator[Token]:
    return (c for c in clause.head.children if c.dep_ == "dative")


def meeting_held(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Who took part in a meeting of several agencies that a sentence tells of, its convenor first; () for none."""
    held = [t for t in sentence if _is_meeting(t, scene) and _takes_place(t, scene)]
    if not held or any(t.lower_ in scene.words("absences") for t in sentence):
        return ()
    named = (m.member for m in scene.mentioned(sentence, "agency") if m.member is not None)
    convenors = (p.member for p in scene.parties(_convenors(held[0])) if p.kind == "agency" and p.member is not None)
    here = (scene.agency,) if scene.agency is not None else ()
    everybody = tuple(dict.fromkeys((*here, *convenors, *named)))
    kinds = scene.words("convening_meetings")
    usual = (member for member in everybody if agency_type_of(member, scene) in kinds)
    return tuple(dict.fromkeys((*here, *usual, *everybody)))


def _is_meeting(noun: Token, scene: Scene) -> bool:
    if noun.lemma_.lower() not in scene.words("discussions"):
        return False
    kinds = {c.lower_ for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}}
    return bool(kinds & scene.words("meeting_kinds"))


def _takes_place(meeting: Token, scene: Scene) -> bool:
    """Whether it is said of a meeting that it was held, not that it was planned or ought to have been."""
    verb = meeting.head
    helping = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    took_place = verb.lemma_ == "take" and any(c.lemma_ == "place" for c in verb.children)
    holding = verb.lemma_.lower() in scene.words("holding_meetings") or took_place
    return (holding or verb is meeting) and not helping & {"should", "could", "would", "to", "will", "might", "ought"}


def _convenors(meeting: Token) -> Iterator[Token]:
    yield from (c for c in meeting.head.children if c.dep_ in SUBJECTS and c is not meeting)
    for agent in (c for c in meeting.head.children if c.dep_ == "agent" and meeting.head.lemma_ != "attend"):
        yield from (c for c in agent.children if c.dep_ == "pobj")
