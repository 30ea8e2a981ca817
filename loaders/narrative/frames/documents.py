"""Frame of documents: a referral, notification or letter that was made, went somewhere, or was received."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import both_ends, maker, maker_above, names_receiver
from dhr_graph.loaders.narrative.frames.notes import went_nowhere
from dhr_graph.loaders.narrative.frames.recipients import other_members, recipients
from dhr_graph.loaders.narrative.frames.slots import actor, is_own_telling, person_agent, person_subject, setting
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.rule_entries import Rule
from dhr_graph.loaders.narrative.scene import Scene

TOWARDS = frozenset({"to", "into", "onto", "back", "with"})
FROM = frozenset({"from"})
WITHIN_NOUN = frozenset({"compound", "poss", "nmod"})


def document(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "A referral was made to MARAC", "a notification went to CSC", and fragments such as "Referral to DAS"."""
    misread = scene.notes and not clause.subjects
    nouns = [
        token
        for token in dict.fromkeys((*clause.subjects, *clause.tokens))
        if token.pos_ in {"NOUN", "PROPN"} or (misread and _opens_sentence(token))
    ]
    for rule in scene.lexicon.of_pattern("document"):
        for noun in nouns:
            if is_document(noun, rule):
                yield from _of_noun(clause, scene, rule, noun)
                if rule.type == "referral":
                    return


def is_document(noun: Token, rule: Rule) -> bool:
    """Whether a noun is one of the papers that a rule names, by itself or with the words before it."""
    lemma = noun.lemma_.lower()
    if lemma in rule.words:
        return True
    before = " ".join(t.lemma_.lower() for t in noun.lefts if t.dep_ in {"compound", "amod"})
    return bool(before) and any(" " in word and f"{before} {lemma}".endswith(word) for word in rule.words)


def _of_noun(clause: Clause, scene: Scene, rule: Rule, noun: Token) -> Iterator[Candidate]:
    is_theme = noun in clause.subjects or noun in clause.objects
    by_person = not clause.passive and noun in clause.objects and person_subject(clause, scene) is not None
    by_person |= clause.passive and noun in clause.subjects and is_own_telling(noun, clause, scene)
    at = noun.idx - clause.sentence.start_char
    if scene.notes and went_nowhere(clause.sentence.text, (at, at + len(noun)), scene):
        return
    if by_person or (noun.dep_ in WITHIN_NOUN and not _is_cut_off(noun, clause, scene)):
        return
    ends = both_ends(noun, scene) if rule.type == "referral" else None
    if ends is not None:
        yield Candidate(rule.type, rule.id, clause, ends[0], "sentence", ends[1])
        return
    verb = clause.head.lemma_.lower()
    is_predicate = _is_predicate(noun, clause, scene)
    if not is_predicate and not (is_theme and (verb in scene.words("raising") or _is_moved(clause, scene, noun))):
        return
    if verb in scene.words("getting"):
        yield from _received(clause, scene, rule, noun)
        return
    after = noun if noun.i < clause.head.i else None
    direct = verb in scene.words("reaching") or (rule.type == "referral" and verb in scene.words("sending_to_object"))
    leading = TOWARDS | {"at"} if verb == "arrive" else TOWARDS
    towards = recipients(clause, scene, leading, direct=direct, after=None if direct else after)
    towards = towards or _beside(noun, scene, rule)
    by_itself = is_predicate or (is_theme and verb in scene.words("raising_referral"))
    sent_off = rule.type != "referral" and is_theme and not towards and _is_sent_off(noun, clause, scene)
    if not towards and not sent_off and not (rule.type == "referral" and by_itself):
        return
    who, basis = maker(clause, scene, noun)
    if basis == "previous" and any(who in mention.members for mention in towards):
        who, basis = setting(scene, who)
    for target in other_members(towards, who) or ((None,) if rule.type == "referral" or sent_off else ()):
        yield Candidate(rule.type, rule.id, clause, who, basis, target)


def _is_moved(clause: Clause, scene: Scene, noun: Token) -> bool:
    """Whether something was done to a paper that took it to an agency, by whatever verb ("was routed to CSC")."""
    if not clause.passive or noun not in clause.subjects or clause.head.lemma_.lower() in scene.words("not_moving"):
        return False
    if person_agent(clause, scene):
        return False
    led = (t for t in clause.preposition("to", "into") if t.head.head.i == clause.head.i)
    return any(p.is_agency and p.member is not None for p in scene.parties(led))


def _is_sent_off(noun: Token, clause: Clause, scene: Scene) -> bool:
    """Whether a paper that is made for other agencies went out, to whom is not said ("A second PPN followed")."""
    named = " ".join(t.text for t in (*(c for c in noun.lefts if c.dep_ in {"compound", "amod"}), noun))
    meant = noun.lower_ in scene.words("papers_of_police") or scene.pattern("sharing_paper").search(named) is not None
    return meant and clause.head.lemma_.lower() in scene.words("sending_off")


def _opens_sentence(noun: Token) -> bool:
    return bool(noun.i == noun.sent.start)


def _is_cut_off(noun: Token, clause: Clause, scene: Scene) -> bool:
    """In notes, whether the noun was only parsed as part of a number or of signs after it ("PPN 26/12")."""
    fragment = scene.notes or clause.head.pos_ not in {"VERB", "AUX"}
    return (fragment and noun.head.i == clause.head.i and bool(noun.head.like_num)) or "/" in noun.head.text


def _is_predicate(noun: Token, clause: Clause, scene: Scene) -> bool:
    """Whether the document itself is what the clause tells, as in "Referral to DAS"."""
    if noun.i == clause.head.i or _is_dated_only(noun, clause) or _is_made_of(noun, clause):
        return True
    return scene.notes and (clause.head.pos_ not in {"VERB", "AUX"} or _opens_sentence(noun))


def _is_made_of(noun: Token, clause: Clause) -> bool:
    """Whether something is said to be the subject of a paper ("The incident was the subject of a notification")."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if any(c.dep_ == "neg" or c.lower_ == "never" for c in clause.head.children):
        return False
    return above is not None and above.lower_ == "subject" and above.dep_ == "attr" and above.head.i == clause.head.i


def _is_dated_only(noun: Token, clause: Clause) -> bool:
    """Whether a day is all that is said of the document ("MARAC referral 21.02.2022")."""
    return noun.head.i == clause.head.i and clause.head.pos_ not in {"VERB", "AUX"} and bool(clause.head.like_num)


def _received(clause: Clause, scene: Scene, rule: Rule, noun: Token) -> Iterator[Candidate]:
    """As in "CSC received a notification from the police", "the referral was accepted by the refuge"."""
    who, basis = maker(clause, scene, noun)
    if clause.passive:
        receiver = next((p.member for p in scene.parties(clause.agents) if p.is_agency), scene.agency)
        above = maker_above(clause, scene) if clause.relation == "relcl" else None
        who, basis = (above, "sentence") if above is not None else (who, basis)
        if who in {None, receiver} or basis != "sentence":
            led = (m.member for m in recipients(clause, scene, FROM))
            who, basis = next((member for member in led if member not in {None, receiver}), None), "sentence"
        by_name = any(p.is_agency and not p.professional for p in scene.parties(clause.agents))
        if who is None and by_name and _is_pointed_at(noun) and scene.agency not in {None, receiver}:
            yield Candidate(rule.type, rule.id, clause, scene.agency, "section", receiver)
            return
        if receiver is not None and who not in {None, receiver} and basis == "sentence":
            yield Candidate(rule.type, rule.id, clause, who, basis, receiver)
        return
    receiver, _ = actor(clause, scene)
    sender = None if who == receiver else who
    if receiver is not None and (rule.type == "referral" or sender is not None):
        yield Candidate(rule.type, rule.id, clause, sender, "sentence", receiver)


def _is_pointed_at(noun: Token) -> bool:
    """Whether a paper is one that was told of, or that its writer has in mind ("the form", "this letter")."""
    return any(c.lower_ in {"the", "this", "that", "its", "their"} for c in noun.lefts)


def _called_by(noun: Token, scene: Scene) -> Iterator[Mention]:
    """The services by which a referral is called ("MARAC and IDVA referrals")."""
    for child in noun.children:
        beside = [child, *child.conjuncts] if child.dep_ in {"compound", "nmod", "amod"} else []
        for token in (token for token in beside if token.i < noun.i):
            mention = scene.mention_at(token)
            if mention is not None and (mention.kind == "forum" or names_receiver(mention, token)):
                yield mention


def _beside(noun: Token, scene: Scene, rule: Rule) -> tuple[Mention, ...]:
    """The recipient in "a MARAC referral" and, in notes, in "PPN CSC 26/12/17"."""
    if rule.type == "referral":
        called = tuple(_called_by(noun, scene))
        if called:
            return called
        before = scene.mention_at(noun.nbor(-1)) if noun.i > noun.sent.start else None
        if before is not None and before.kind == "forum":
            return (before,)
    if scene.notes and noun.i + 1 < noun.sent.end:
        mention = scene.mention_at(noun.nbor())
        if mention is not None and mention.kind in {"agency", "forum"}:
            return (mention,)
    return ()
