"""Frame of disclosure: somebody tells a professional of abuse, violence or fear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.deeds import tells_deed
from dhr_graph.loaders.narrative.frames.listeners import is_answered, listener
from dhr_graph.loaders.narrative.frames.slots import first_person, person_subject
from dhr_graph.loaders.narrative.frames.telling_words import clausal_tokens, joined, told_tokens, word_forms
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import FEMALE, MALE, is_main
from dhr_graph.loaders.narrative.scene import Scene

OF_OTHERS = MALE | FEMALE
LEAST_QUOTED = 5
"""Words of a quotation that a review gives for their weight, where nobody is named as having heard them."""


def disclose(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "She told the GP that he hit her", "he said that he had slapped her" in an agency's section."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("disclose", lemma)
    teller = _teller(clause, scene) if rule is not None else None
    if rule is None or teller is None or (clause.relation == "relcl" and clause.head.head.lower_ == "nothing"):
        return
    who, basis = listener(clause, scene)
    if who is None and basis == "none":
        return
    if lemma in scene.words("speaking"):
        told = _is_grave(_content(clause), scene, clause, named=basis in {"sentence", "pronoun"})
    else:
        told = _is_outright(clausal_tokens(clause), scene)
    if told:
        yield Candidate("disclosure", rule.id, clause, who, basis, told_by=teller.member)


def disclosure_noun(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "A disclosure was made to the nurse", "the school received an allegation"."""
    if clause.head.lemma_.lower() not in scene.words("handling_disclosure"):
        return
    for rule in scene.lexicon.of_pattern("disclosure_noun"):
        for token in (*clause.subjects, *clause.objects):
            if token.lemma_.lower() in rule.words:
                who, basis = listener(clause, scene)
                of_scheme = scene.pattern("disclosure_scheme").search(joined(list(clause.head.subtree)))
                if who is not None and not of_scheme:
                    yield Candidate("disclosure", rule.id, clause, who, basis)


def comes_with_abuse(clause: Clause, scene: Scene) -> bool:
    """Whether what somebody came or rang with is fear, violence or a deed done to a person."""
    content = clausal_tokens(clause)
    if _is_denied(content, scene):
        return False
    outright = word_forms(content) & scene.words("outright") or scene.pattern("told_of_abuse").search(joined(content))
    return bool(outright) or tells_deed(content, scene)


def _is_of_partner(content: Sequence[Token], clause: Clause, scene: Scene) -> bool:
    """Whether what is told is of the partner, who did or was something ("that he had been outside all evening")."""
    teller = person_subject(clause, scene)
    mine = teller.members if teller is not None else ()
    doers = (t for t in content if t.dep_ in SUBJECTS and not _is_negated(t.head))
    of_others = [t for t in doers if t.head.lemma_.lower() not in scene.words("everyday_deeds")]
    if any(t.lemma_.lower() in scene.words("partner_nouns") and not scene.party(t).members for t in of_others):
        return True
    return any(
        is_main(member, scene.cast) and member not in mine for t in of_others for member in scene.party(t).members
    )


def _teller(clause: Clause, scene: Scene) -> Party | None:
    if is_answered(clause, scene):
        return Party("person", (), clause.head, "unnamed")
    person = first_person(scene.parties(clause.agents if clause.passive else clause.subjects))
    if person is not None or clause.subjects:
        return person
    in_notes = scene.notes and not clause.passive
    return Party("person", (), clause.head, "unnamed") if in_notes else None


def _content(clause: Clause) -> list[Token]:
    quoted = [t for t in clause.sentence if t.i > clause.head.i] if '"' in clause.sentence.text else []
    return quoted or told_tokens(clause)


def _is_denied(content: Sequence[Token], scene: Scene) -> bool:
    text = joined(content)
    return bool(scene.pattern("denial").search(text) or scene.pattern("reassuring").search(text))


def _is_explained(content: Sequence[Token], clause: Clause, scene: Scene) -> bool:
    """Whether a mark is put down to the teller's own mishap, with nobody else doing anything."""
    mishap = scene.pattern("own_mishap").search(joined(content)) is not None
    return mishap and not _is_of_partner(content, clause, scene) and not _is_of_another(clause, scene)


def _is_outright(content: Sequence[Token], scene: Scene) -> bool:
    """Whether fear or violence is told outright, as verbs that are none of saying need ("cried, since he hit her")."""
    words = word_forms(content)
    grave = words & (scene.words("abuse") | scene.words("violent"))
    return bool(words & scene.words("outright")) and bool(grave) and not _is_denied(content, scene)


def _is_grave(content: Sequence[Token], scene: Scene, clause: Clause, *, named: bool) -> bool:
    """Whether what is told is abuse, violence or fear, or at least of somebody else's doing: no everyday matter."""
    if _is_denied(content, scene) or _is_explained(content, clause, scene):
        return False
    words = word_forms(content)
    if words & (scene.words("abuse") | scene.words("violent")) or _is_quoted(content, named=named):
        return True
    told = joined(content)
    if tells_deed(content, scene) or any(scene.pattern(name).search(told) for name in ("injury", "told_of_abuse")):
        return True
    weak = words & scene.words("lying_in_wait") or scene.pattern("told_of_partner").search(told)
    if weak and _is_of_partner(content, clause, scene):
        return True
    if words & scene.words("innocuous"):
        return False
    revealed = clause.head.lemma_.lower() in scene.words("revealing")
    return revealed or _is_of_another(clause, scene)


def _is_quoted(content: Sequence[Token], *, named: bool) -> bool:
    """Whether what is told is given as it was said; where no listener is named, at length and of another."""
    marks = [at for at, token in enumerate(content) if token.text == '"']
    if named or not marks:
        return bool(marks)
    quoted = content[marks[0] : marks[-1] + 1]
    return sum(t.is_alpha for t in quoted) >= LEAST_QUOTED and any(t.lower_ in OF_OTHERS for t in quoted)


def _is_of_another(clause: Clause, scene: Scene) -> bool:
    """Whether what is told is a deed of somebody else than the teller ("said that he had done it again")."""
    teller = person_subject(clause, scene)
    if teller is None:
        return False
    told = (t for t in clause.head.subtree if t.dep_ in SUBJECTS and t.i > clause.head.i)
    below = [t for t in told if t.head.lemma_.lower() not in scene.words("everyday_deeds") and not _is_negated(t.head)]
    return any(p.kind == "person" and p.members not in {(), teller.members} for p in map(scene.party, below))


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
