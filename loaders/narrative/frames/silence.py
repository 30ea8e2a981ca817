"""Frame of silence: something was sent, and the abuse was left out of it."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import SILENT, Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.slots import setting
from dhr_graph.loaders.narrative.scene import Scene


def silent_letter(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The Trust's letter to the surgery said nothing of it": it was a share all the same."""
    if clause.head.lemma_.lower() not in scene.words("wording"):
        return
    for subject in clause.subjects:
        if subject.lemma_.lower() not in scene.words("letters"):
            continue
        if any(scene.party(c).kind == "person" for c in subject.children if c.dep_ == "poss"):
            continue
        ends: dict[str, str] = {}
        own = set(clause.head.subtree) if clause.relation == "relcl" else set()
        for token in (t for t in subject.subtree if t not in own):
            member = scene.body_at(token)
            if member is not None and scene.mention_at(token.head) != scene.mention_at(token):
                leader = token.head.lower_ if token.dep_ == "pobj" else token.dep_
                ends.setdefault("to" if leader == "to" else "from", member)
        if "to" in ends:
            who, basis = (ends["from"], "sentence") if "from" in ends else setting(scene, ends["to"])
            yield Candidate("information_share", SILENT, clause, who, basis, ends["to"])
