"""Entries: what a row of a chronology tells where no rule read it."""

from __future__ import annotations

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import agency_type_of, setting
from dhr_graph.loaders.narrative.frames.telling_words import word_forms
from dhr_graph.loaders.narrative.frames.violence import RESPONDERS
from dhr_graph.loaders.narrative.parse import Parse
from dhr_graph.loaders.narrative.scene import Scene


def entry(clause: Clause, scene: Scene, doc: Parse) -> Candidate:
    """The event of an agency's entry: incident or disclosure where violence or fear is told outright, else contact."""
    member, basis = setting(scene)
    if not word_forms(list(doc)) & scene.words("outright"):
        return Candidate("contact", "contact.entry", clause, member, basis)
    if agency_type_of(member, scene) in RESPONDERS:
        return Candidate("incident", "incident.entry", clause, member, basis)
    return Candidate("disclosure", "disclosure.entry", clause, member, basis)
