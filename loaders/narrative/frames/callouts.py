"""Frame of callouts: calls about violence, and the agency that attended them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.slots import actor, agency_type_of, first_person
from dhr_graph.loaders.narrative.frames.violence import RESPONDERS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

RULE = "incident.call"


@dataclass(frozen=True, slots=True)
class _Call:
    """What a clause says of a call: its words, and the responders named in it."""

    clause: Clause
    scene: Scene
    own: str
    names_responder: bool
    named: str | None
    of_section: str | None

    @property
    def lemma(self) -> str:
        return self.clause.head.lemma_.lower()

    @property
    def grave(self) -> bool:
        """Whether its sentence tells of violence or abuse."""
        return _is_grave(self.clause.sentence.text.lower(), self.scene)

    @property
    def usual(self) -> str | None:
        """The force that is named, whose section it is, or that is usually meant."""
        home = self.scene.cast.home("police") or self.scene.likely.get("police")
        return self.named or self.of_section or home

    def is_dialled(self) -> bool:
        return self.lemma in self.scene.words("dialling") and self.says("emergency")

    @property
    def caller(self) -> str | None:
        """The agency, no responder, of whom somebody rang."""
        parties = (p for p in self.scene.parties(self.clause.subjects) if p.is_agency and p.member is not None)
        return next((p.member for p in parties if agency_type_of(p.member, self.scene) not in RESPONDERS), None)

    def is_by_professional(self) -> bool:
        """Whether somebody rang at work for whom the text names no agency ("the vicar rang 101")."""
        parties = self.scene.parties(self.clause.subjects)
        return any(p.is_agency and p.professional and p.agency_type not in RESPONDERS for p in parties)

    def is_by_person(self) -> bool:
        person = first_person(self.scene.parties(self.clause.subjects))
        return person is not None and self.lemma in self.scene.words("summoning")

    def is_only_to_say(self) -> bool:
        """Whether somebody only rang to say or ask something: no call for help."""
        sentence = self.clause.sentence.text.lower()
        says = self.scene.pattern("calls_to_say").search(sentence) is not None
        return says and not self.says("emergency_999") and not _tells_violence(sentence, self.scene)

    def responders(self) -> list[Party]:
        """The subjects that are a responding agency, or professionals in the section of one."""
        at_home = self.of_section is not None
        parties = [p for p in self.scene.parties(self.clause.subjects) if p.is_agency]
        return [p for p in parties if p.agency_type in RESPONDERS or (at_home and p.professional)]

    def says(self, wording: str) -> bool:
        return self.scene.pattern(wording).search(self.own) is not None


def summons(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "Police were called to a disturbance", "officers attended an argument", "a neighbour rang 999"."""
    call = _call(clause, scene)
    by_person = call.is_by_person()
    if by_person and call.is_only_to_say():
        return
    if call.is_dialled() and (call.caller is not None or call.is_by_professional()):
        basis = "sentence" if call.caller is not None else "unnamed"
        yield Candidate("information_share", "share.tell", clause, call.caller, basis, call.usual)
        return
    at_responder = call.names_responder or call.of_section is not None
    if call.is_dialled() or (by_person and at_responder and call.grave):
        yield Candidate("incident", RULE, clause, call.usual, "sentence" if call.named else "section")
        return
    attended = _attended(call)
    if attended is not None:
        yield Candidate("incident", RULE, clause, *attended)
    elif call.lemma == "come" and call.names_responder and "attention" in call.own and call.grave:
        yield Candidate("incident", RULE, clause, call.named, "sentence")
    elif call.of_section is not None and (_happened(call) or _counts_incidents(call)):
        yield Candidate("incident", RULE, clause, call.of_section, "section")


def _call(clause: Clause, scene: Scene) -> _Call:
    police = [m for m in scene.mentioned(clause.tokens, "agency") if m.agency_type in RESPONDERS]
    body = scene.body(scene.agency or scene.discourse.agency)
    return _Call(
        clause,
        scene,
        own=" ".join(t.text for t in clause.tokens),
        names_responder=bool(police),
        named=police[0].member if police else None,
        of_section=body.id if body is not None and body.agency_type in RESPONDERS else None,
    )


def _attended(call: _Call) -> tuple[str | None, str] | None:
    """The agency that was called, attended or took a report, with what it was filled from; None where none did."""
    clause, scene = call.clause, call.scene
    responders = call.responders()
    if not clause.passive:
        attending = call.grave and bool(responders) and call.lemma in scene.words("attending") and _at_scene(call)
        return actor(clause, scene) if attending else None
    sent_for = bool(responders) or call.of_section is not None
    if call.lemma in scene.words("dispatching") and sent_for and (call.grave or call.says("emergency")):
        return (responders[0].member if responders else None) or call.usual, "sentence"
    reported = call.lemma == "report" and call.of_section is not None and call.grave
    return actor(clause, scene) if reported else None


def _at_scene(call: _Call) -> bool:
    if call.lemma == "find":
        return first_person(call.scene.parties(call.clause.objects)) is not None
    return bool(call.clause.objects or call.clause.preposition("to", "at"))


def _happened(call: _Call) -> bool:
    """Whether an incident is said to have occurred, in the section of the police."""
    incidents = call.scene.words("incidents")
    happening = call.lemma in call.scene.words("happening")
    return happening and any(t.lemma_.lower() in incidents for t in call.clause.subjects)


def _counts_incidents(call: _Call) -> bool:
    """Whether incidents are counted ("there were three calls"), in the section of the police."""
    if call.lemma not in call.scene.words("counting_incidents"):
        return False
    nouns = (*call.clause.subjects, *call.clause.objects)
    incidents = call.scene.words("counted_incidents")
    return any(n.lemma_.lower() in incidents and _is_counted(n, call.scene) for n in nouns)


def _is_counted(noun: Token, scene: Scene) -> bool:
    return any(c.pos_ == "NUM" or c.dep_ == "nummod" or c.lower_ in scene.words("many") for c in noun.children)


def _tells_violence(text: str, scene: Scene) -> bool:
    return bool(_stems(text) & (scene.words("violent") - scene.words("stative")))


def _is_grave(text: str, scene: Scene) -> bool:
    stems = _stems(text)
    return any(stems & scene.words(name) for name in ("violent", "violent_nouns", "abuse"))


def _stems(text: str) -> set[str]:
    """The words of a text, and what is left of them without an ending."""
    words = set(re.findall(r"[a-z-]+", text))
    words |= {word.rstrip("s") for word in words}
    ending = {word[:-2] for word in words if word.endswith("ed")} | {word[:-1] for word in words if word.endswith("ed")}
    return words | ending | {word[:-3] for word in words if word.endswith("ing")}
