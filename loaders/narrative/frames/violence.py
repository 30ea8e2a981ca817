"""Frames of incidents: violence told as such, and calls about it that an agency attended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import actor, member_of, setting
from dhr_graph.loaders.narrative.scene import Scene

EMERGENCY = re.compile(r"\b(999|101|emergency call)\b")
EMERGENCY_999 = re.compile(r"\b999\b")
REPORTS = re.compile(r"\b(?:to (?:say|report|ask|tell|complain|express)|saying|said)\b")
RESPONDERS = frozenset({"police", "ambulance"})
AGAINST_THINGS = frozenset(
    {
        "follow",
        "break",
        "damage",
        "destroy",
        "pull",
        "throw",
        "grab",
        "push",
        "cut",
        "lock",
        "shake",
        "force",
        "control",
        "wave",
        "steal",
        "knock",
        "bend",
        "twist",
        "burn",
        "fight",
        "struggle",
        "corner",
        "pin",
        "hang",
        "trip",
        "beat",
    }
)


def violence(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "He punched her", "she was strangled by him", "she took an overdose"."""
    lemma = clause.head.lemma_.lower()
    words = scene.lexicon.sets
    phrase = clause.lemma
    is_violent = lemma in words["violent"] or phrase in words["violent"]
    took = lemma in {"take", "make", "inflict", "commit", "subject", "sustain", "suffer"} and any(
        t.lemma_.lower() in words["violent_nouns"] or t.lower_ in {"overdose", "injuries"}
        for t in (*clause.objects, *(x for _, x in clause.obliques))
    )
    armed = lemma in {"hold", "have", "produce", "pick", "point", "pull", "take", "come", "put"} and _is_armed(
        clause, words["weapons"]
    )
    if not is_violent and not took and not armed:
        return
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    if any(p.is_agency for p in doers):
        return
    themes = scene.parties(clause.subjects if clause.passive else clause.objects)
    if lemma in AGAINST_THINGS and not any(p.kind == "person" for p in (*doers, *themes)):
        return
    if not any(p.kind == "person" for p in (*doers, *themes)):
        return
    if lemma in {"follow", "control", "abuse"} and any(p.kind == "thing" for p in doers) and not clause.passive:
        return
    who, basis = _responder(scene)
    yield Candidate("incident", "incident.violence", clause, who, basis)


def _is_armed(clause: Clause, weapons: frozenset[str]) -> bool:
    """ "Held a knife to her throat", "had her by the hair"."""
    things = {t.lemma_.lower() for t in (*clause.objects, *(t for _, t in clause.obliques))}
    seized = {t.lemma_.lower() for t in clause.preposition("by", "around", "round", "over", "to", "at")} & {
        "throat",
        "neck",
        "hair",
        "face",
        "mouth",
        "collar",
    }
    return bool(things & weapons) or bool(seized)


def _responder(scene: Scene) -> tuple[str | None, str]:
    member, basis = setting(scene)
    body = scene.cast.body(member) if member is not None else None
    if body is not None and body.agency_type in RESPONDERS:
        return member, basis
    return None, "none"


def summons(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """ "Police were called to a disturbance", "officers attended an argument", "a neighbour rang 999"."""
    words = scene.lexicon.sets
    lemma = clause.head.lemma_.lower()
    own = " ".join(t.text for t in clause.tokens)
    dialled = lemma in {"ring", "dial", "call", "telephone", "phone", "make"} and EMERGENCY.search(own) is not None
    police = [m for m in scene.mentioned(clause.tokens, "agency") if m.agency_type in RESPONDERS]
    named = member_of(police[0]) if police else None
    person_calls = any(p.kind == "person" for p in scene.parties(clause.subjects)) and lemma in {
        "ring",
        "call",
        "telephone",
        "phone",
        "report",
        "contact",
        "summon",
        "dial",
    }
    sentence = clause.sentence.text.lower()
    grave = _is_grave(sentence, scene)
    own_body = scene.cast.body(scene.agency or scene.discourse.agency or "")
    in_police = own_body is not None and own_body.agency_type in RESPONDERS
    who = named or (
        own_body.id if in_police and own_body is not None else scene.cast.home("police") or scene.likely.get("police")
    )
    if (
        person_calls
        and not EMERGENCY_999.search(own)
        and REPORTS.search(sentence)
        and not _violent_words(sentence, scene)
    ):
        return
    if dialled or (person_calls and (police or in_police) and grave):
        yield Candidate("incident", "incident.call", clause, who, "sentence" if named else "section")
        return
    responders = [
        p
        for p in scene.parties(clause.subjects)
        if p.is_agency and (p.agency_type in RESPONDERS or (in_police and p.professional))
    ]
    called = (
        clause.passive
        and lemma in {"call", "summon", "alert", "dispatch", "deploy", "send", "flag"}
        and (responders or in_police)
    )
    attended = lemma in words["attending"] and not clause.passive and bool(responders) and _at_scene(clause, scene)
    reported = clause.passive and lemma in {"report"} and in_police and grave
    if (called and (grave or EMERGENCY.search(own))) or (attended and grave) or reported:
        agency, basis = (
            actor(clause, scene)
            if not called
            else (responders[0].member if responders and responders[0].member else who, "sentence")
        )
        yield Candidate("incident", "incident.call", clause, agency, basis)
    elif lemma == "come" and police and "attention" in own and grave:
        yield Candidate("incident", "incident.call", clause, named, "sentence")
    elif (
        in_police
        and lemma in {"occur", "happen", "take", "record", "report"}
        and any(
            t.lemma_.lower() in {"incident", "assault", "argument", "attack", "altercation", "disturbance"}
            for t in clause.subjects
        )
    ) or (
        lemma in {"be", "occur", "record", "log", "attend", "report", "receive", "involve", "have"}
        and in_police
        and _counts_incidents(clause, scene)
    ):
        yield Candidate("incident", "incident.call", clause, own_body.id if own_body else None, "section")


def _violent_words(text: str, scene: Scene) -> bool:
    words = set(re.findall(r"[a-z-]+", text))
    stems = (
        words
        | {w[:-2] for w in words if w.endswith("ed")}
        | {w[:-3] for w in words if w.endswith("ing")}
        | {w[:-1] for w in words if w.endswith(("ed", "s"))}
    )
    return bool(stems & (scene.lexicon.sets["violent"] - scene.lexicon.sets["stative"]))


def _at_scene(clause: Clause, scene: Scene) -> bool:
    if clause.head.lemma_.lower() == "find":
        return any(p.kind == "person" for p in scene.parties(clause.objects))
    return bool(clause.objects or clause.preposition("to", "at"))


def _is_grave(text: str, scene: Scene) -> bool:
    stems = {w.rstrip("s") for w in re.findall(r"[a-z-]+", text)} | set(re.findall(r"[a-z-]+", text))
    stems |= (
        {w[:-2] for w in stems if w.endswith("ed")}
        | {w[:-3] for w in stems if w.endswith("ing")}
        | {w[:-1] for w in stems if w.endswith("ed")}
    )
    return bool(
        stems & (scene.lexicon.sets["violent"] | scene.lexicon.sets["violent_nouns"] | scene.lexicon.sets["abuse"])
    )


def _counts_incidents(clause: Clause, scene: Scene) -> bool:
    nouns = [*clause.subjects, *clause.objects]
    for noun in nouns:
        counted = any(
            c.pos_ == "NUM" or c.dep_ == "nummod" or c.lower_ in {"further", "several", "numerous", "many"}
            for c in noun.children
        )
        if counted and noun.lemma_.lower() in {
            "incident",
            "call",
            "assault",
            "report",
            "callout",
            "call-out",
            "attendance",
            "argument",
            "disturbance",
        }:
            return True
    return False
