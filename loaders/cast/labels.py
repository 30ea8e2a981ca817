"""Which words can be the label of a person."""

from __future__ import annotations

import re

from dhr_graph.loaders.cast.knowledge import CastKnowledge

LONGEST = 5


def may_label(label: str, knowledge: CastKnowledge) -> bool:
    """Whether words could name a person: no agency, no month, no opener of sentences, no title of an office."""
    words, lower = label.split(), label.lower()
    if knowledge.roles.get(re.sub(r"^the ", "", lower)) in ("victim", "perpetrator"):
        return True
    if not words or len(words) > LONGEST or words[0] in knowledge.titles or label in knowledge.titles:
        return False
    if words[0].lower() in knowledge.report_parts and not knowledge.shapes.fullmatch(label):
        return False
    if knowledge.ethnicity.fullmatch(label) or lower in knowledge.nouns or lower in knowledge.openers:
        return False
    if knowledge.shapes.fullmatch(label) or label in knowledge.capital_kin:
        return True
    if knowledge.kind_of(label) is not None or knowledge.known(label) is not None:
        return False
    if len(words) == 1 and label.isupper() and len(label) > 3 or words[0].lower() in knowledge.openers:
        return False
    return not knowledge.excluded.search(lower) and words[-1].lower() not in knowledge.endings
