"""Workplaces: for which agency a professional acts, by the words beside, the section, or who was told of before."""

from __future__ import annotations

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.noun_phrases import is_bare
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.surroundings import Surroundings

INDEFINITE_ARTICLES = frozenset({"a", "an", "another", "one"})
HEALTH = frozenset({"acute_health", "community_health", "gp", "mental_health", "urgent_care"})
PREPOSITIONS = frozenset({"at", "from", "of", "with", "for", "in"})
REMOTE = frozenset({"csp", "courts_cps", "national_body"})
IN_CHARGE = frozenset({"charge", "duty"})


def place_of(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """The agency in "a doctor at Fernleigh Road", "an officer from the housing team"."""
    for child in token.children:
        if child.dep_ in {"amod", "compound", "nmod", "poss"}:
            named = (scene.agency_at(t) for t in (child, *(c for c in child.children if c.dep_ == "compound")))
            owner = next((member for member in named if member is not None), None)
            if owner is not None:
                return (owner,)
        if child.dep_ == "prep" and child.lower_ in PREPOSITIONS:
            for inner in child.children:
                found = scene.agency_at(inner)
                if found is not None:
                    return (found,)
                if inner.lower_ in IN_CHARGE:
                    beside = _agency_after(scene, inner)
                    return place_of(scene, inner) or ((beside,) if beside is not None else ())
    return _place_after(scene, token) or _service_beside(scene, token)


def _service_beside(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """The agency whose service bears the word before a worker ("the memory nurse" of "the Memory Service")."""
    before = " ".join(c.lower_ for c in token.lefts if c.dep_ == "compound")
    if not before or token.lemma_.lower() not in scene.words("workers"):
        return ()
    called = tuple(f" {before} {kind} " for kind in scene.words("kinds_of_team"))
    fitting = [
        b.id for b in scene.cast.bodies if any(c in f" {n.lower()} " for n in (b.name, *b.aliases) for c in called)
    ]
    return (fitting[0],) if len(fitting) == 1 else ()


def place_told(scene: Surroundings, token: Token) -> str | None:
    """The agency in "the key worker at the refuge", whoever else such a worker could be of; not "an officer at ..."."""
    mention = scene.mention_at(token)
    led = [c for c in token.children if c.dep_ == "prep" and c.lower_ in PREPOSITIONS]
    place = next((found for c in led for inner in c.children if (found := scene.agency_at(inner)) is not None), None)
    body = scene.body(place)
    if mention is None or body is None:
        return None
    of_any = token.lemma_.lower() in scene.words("workers_of_any")
    return body.id if of_any or mention.agency_type in {None, body.agency_type} else None


def _agency_after(scene: Surroundings, token: Token) -> str | None:
    """The agency that "at" or "from" leads right after a token."""
    following = token.doc.tokens[token.i + 1 : token.i + 3]
    leads = len(following) > 1 and following[0].lower_ in {"at", "from"}
    return scene.agency_at(following[1]) if leads else None


def _place_after(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """The agency that follows at once, though the parser hung it on the verb ("saw GP1 at Hollin Road")."""
    named = scene.mention_at(token) if token.pos_ in {"NOUN", "PROPN"} else None
    place = _agency_after(scene, token)
    if named is None or not named.professional or place is None:
        return ()
    body = scene.body(place)
    alike = body is not None and named.agency_type in {None, body.agency_type}
    return (place,) if alike or is_bare(token, named) and token.text.islower() else ()


def workplace_of(scene: Surroundings, token: Token, mention: Mention) -> tuple[str, ...]:
    """Where somebody works by the words beside; a place tells it of a nurse, not of a health visitor there."""
    place = place_of(scene, token)
    body = scene.body(place[0]) if place else None
    alike = not mention.members or (body is not None and body.agency_type == mention.agency_type)
    anywhere = token.lemma_.lower() in scene.words("workers") and is_bare(token, mention)
    return (place if alike or anywhere else ()) or of_number(scene, token)


def of_number(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """For whom "GP1" was said to work."""
    member = scene.discourse.staff.get(token.text) if token.text[-1:].isdigit() else None
    return (member,) if member is not None else ()


def met_there(scene: Surroundings, token: Token, mention: Mention) -> tuple[str, ...]:
    """Where "a doctor" works: the place spoken of just before, if it has doctors."""
    lemma = token.lemma_.lower()
    qualifying = (c for c in token.children if c.dep_ in {"det", "amod", "compound"})
    before = {c.lower_ for c in qualifying if c.dep_ == "det" or c.idx < mention.start}
    generic = mention.basis in {"role", "service"} and lemma in scene.words("workers")
    if not generic or not before or not before <= INDEFINITE_ARTICLES:
        return ()
    own = scene.body(scene.agency)
    of_section = own is not None and own.agency_type in HEALTH and lemma in scene.words("clinicians")
    body = own if of_section else scene.body(scene.lately(token) or scene.discourse.agency)
    if (
        body is None
        or body.agency_type == "forum"
        or (body.agency_type in HEALTH) != (lemma in scene.words("clinicians"))
    ):
        return ()
    return (body.id,)


def anaphor(scene: Surroundings, token: Token, mention: Mention) -> tuple[str, ...]:
    """The place of work of the one spoken of before, where "the officer" means that one."""
    determined = any(c.lower_ in {"the", "this", "that"} for c in token.children if c.dep_ == "det")
    described = any(c.dep_ in {"amod", "compound"} for c in token.children)
    if mention.basis not in {"role", "service"} or not determined or described:
        return ()
    last = scene.discourse.subject
    if last is not None and last.professional and last.token.lemma_ == token.lemma_ and len(last.members) == 1:
        return last.members
    named = scene.discourse.professionals.get(token.lemma_.lower())
    if named is not None:
        return (named,)
    if token.lemma_.lower() not in scene.words("workers"):
        return ()
    place = _where_key_workers_are(scene, token)
    if place is not None:
        return (place,)
    if token.lemma_.lower() in scene.words("officers") and not _has_officers(scene):
        return ()
    of_clinic = _clinic(scene) if token.lemma_.lower() in scene.words("clinicians") and scene.agency is None else ()
    return of_clinic or latest_workplace(scene)


def _has_officers(scene: Surroundings) -> bool:
    """Whether the place spoken of last has officers: a hospital or a school has none."""
    last = scene.body(next(iter(latest_workplace(scene)), None))
    return last is None or last.agency_type not in scene.words("without_officers")


def _where_key_workers_are(scene: Surroundings, token: Token) -> str | None:
    """The service that somebody came to last, if it gives people a worker and the agency spoken of last does not."""
    if token.lemma_.lower() not in scene.words("key_workers") or scene.agency is not None:
        return None
    last, place = (scene.body(next(iter(latest_workplace(scene)), None)), scene.body(scene.discourse.place))
    kinds = scene.words("with_key_workers")
    if place is None or place.agency_type not in kinds or (last is not None and last.agency_type in kinds):
        return None
    return place.id


def _clinic(scene: Surroundings) -> tuple[str, ...]:
    """The place with doctors and nurses that was spoken of last."""
    lately = (*latest_workplace(scene), *scene.discourse.agencies, scene.discourse.place)
    bodies = (body for body in map(scene.body, lately) if body is not None)
    return next(((body.id,) for body in bodies if body.agency_type in HEALTH), ())


def told_apart_before(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """For whom "the nurse" works who may be of several, where the section told lately whose nurse it was."""
    named = scene.discourse.professionals_before.get(token.lemma_.lower())
    before = [c.lower_ for c in token.children if c.dep_ in {"amod", "compound", "det"}]
    return (named,) if named is not None and before in (["the"], ["this"], ["that"]) else ()


def latest_workplace(scene: Surroundings) -> tuple[str, ...]:
    """Where the professional spoken of last works, else the section's agency, else the one spoken of last."""
    last = scene.discourse.subject
    if last is not None and last.is_agency and last.professional and len(last.members) == 1:
        return last.members
    place = scene.agency if scene.agency is not None else scene.discourse.agency
    return (place,) if place is not None else ()


def workplace_before(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """The agency that the passage before ended with, where "the key worker" can be of it and of none named since."""
    body = scene.body(scene.discourse.place_before)
    determined = any(c.lower_ == "the" for c in token.children if c.dep_ == "det")
    bare = not any(c.dep_ in {"amod", "compound", "poss"} for c in token.children)
    kinds = scene.words("with_key_workers")
    fits = body is not None and body.agency_type in kinds and token.lemma_.lower() in scene.words("key_workers")
    return (body.id,) if body is not None and determined and bare and fits else ()


def workplaces_named(scene: Surroundings, token: Token) -> tuple[str, ...]:
    """The agency that "the project" is, the section's or last one whose name holds the word, else all of them."""
    if not any(c.lower_ in {"the", "this", "that"} for c in token.children):
        return ()
    places = (b for b in scene.cast.bodies if b.agency_type not in REMOTE)
    fitting = tuple(b.id for b in places if token.lemma_.lower() in b.name.lower().split())
    lately = (member for member in (scene.agency, *scene.discourse.agencies) if member in fitting)
    return next(((member,) for member in lately), fitting)


def by_title(scene: Surroundings, name: Token) -> tuple[str, ...]:
    """The one agency whose people bear the title before a name ("DS Pell")."""
    titles = (scene.agency_at(c) for c in name.lefts if c.dep_ == "compound")
    return next(((member,) for member in titles if member is not None), ())
