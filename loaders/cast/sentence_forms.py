"""The forms of sentence by which English says who somebody is, as data with the labels and kin terms put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.alternation import alternation
from dhr_graph.loaders.cast.expressions import NUMBER, matches_at
from dhr_graph.loaders.cast.glosses import Description, describe, kin_of
from dhr_graph.loaders.cast.knowledge import CastKnowledge

COURTESY_TITLE = r"(?:Mr|Mrs|Ms|Miss)\.?"
NOT_NAMES = (
    r"(?=[A-Z])(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Adult|Child|Female|Male|Subject|Person|Witness|Professor|The|A|An|In|On|At|"
    r"She|He|They|Her|His|Their|It|When|There|And|But|Page|Dear)\b)"
)
GIVEN = r"[A-Z][a-z\u00c0-\u017f]{1,14}(?:-[A-Z][a-z]+)?"
PLAIN_NAME = NOT_NAMES + GIVEN
PARTICLES = r"(?: (?:de|da|van|von|der|den|la|le|al|el|bin|bint|ap|ab))*"
ROLE_LABEL = r"[Tt]he (?:[Vv]ictim|[Pp]erpetrator|[Dd]eceased)\b(?!')"
LETTERS = re.compile(r"[a-z]+")
LABEL_BEGINS = "[A-Zt]"
"""Labels begin with a capital, or are those like "the victim"; looked at first, since it rules most places out."""
AFTER_LABEL = re.compile(r"(?:\{begin\}|\(\?<!\[[^]]*\]\))?\(\?P<label>\{name\}\)(?P<after>.*)", re.DOTALL)
LONG_PART = re.compile(r"\{(?:name|items?|kin|owner|terms)\}")
ROLE_OWNER = r"[Tt]he (?:[Vv]ictim|[Pp]erpetrator|[Dd]eceased|[Cc]ouple)'s"


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """One form: its id, what its words must say of somebody, and what the form itself says."""

    id: str
    pattern: re.Pattern[str]
    needs: str
    begins_with_label: bool
    names_kin: bool
    only_with: tuple[str, ...] = ()
    kin: str | None = None
    role: str | None = None

    def matches(self, text: str, labels: Sequence[int]) -> Iterator[re.Match[str]]:
        """As `finditer` finds them; `labels` has the places of the labels after which a form may go on."""
        if self.only_with and not any(words in text for words in self.only_with):
            return iter(())
        return matches_at(labels, self.pattern, text) if self.begins_with_label else self.pattern.finditer(text)


@dataclass(frozen=True, slots=True)
class Said:
    """Who is introduced where in a text, and what is said of them."""

    label: str
    start: int
    description: Description
    gloss: str
    form: str


@lru_cache(maxsize=4)
def full_name(knowledge: CastKnowledge) -> str:
    """The expression of a forename and a surname; the first word is none that opens a sentence."""
    openers = alternation(w.capitalize() for w in sorted(knowledge.openers))
    further = rf" (?!(?:{openers})\b)(?:O'|D'|Mc|Mac|Fitz)?{GIVEN}"
    return rf"{NOT_NAMES}(?!(?:{openers})\b){GIVEN}(?:{further})?{PARTICLES}{further}"


@lru_cache(maxsize=4)
def name_pattern(knowledge: CastKnowledge) -> str:
    """The expression of any label: pseudonyms by shape, codes, kin terms with a capital, full and single names."""
    capital = alternation(sorted(knowledge.capital_kin))
    kin = rf"(?:{capital})\b(?! [A-Z0-9])"
    names = rf"{full_name(knowledge)}|{PLAIN_NAME}"
    return rf"(?:{knowledge.shapes.pattern}|{ROLE_LABEL}|{kin}|(?:{knowledge.codes.pattern})\b|{names})"


@lru_cache(maxsize=4)
def sentence_forms(knowledge: CastKnowledge) -> tuple[SentenceForm, ...]:
    """The forms of this knowledge, compiled."""
    parts = _parts(knowledge)
    return tuple(
        SentenceForm(
            f["id"],
            re.compile(_one_line(f).format(**parts)),
            f["needs"],
            AFTER_LABEL.match(f["pattern"]) is not None,
            "{kin}" in f["pattern"],
            tuple(f.get("only_with", ())),
            f.get("kin"),
            f.get("role"),
        )
        for f in knowledge.sentences
    )


def _one_line(form: Mapping[str, str]) -> str:
    return form["pattern"].replace("\\\n", "")


def _parts(knowledge: CastKnowledge) -> dict[str, str]:
    """What is put into the forms."""
    name = name_pattern(knowledge)
    kin = (
        kin_of(knowledge).pattern.replace("?P<adjectives>", "?:").replace("?P<term>", "?:").replace("[\\w'-]", "[\\w-]")
    )
    item = rf"{name}(?: \([^)]*\))?"
    return {
        "name": name,
        "item": item,
        "items": rf"{item}(?:(?:, and |, | and ){item})+",
        "kin": kin,
        "terms": alternation(sorted(knowledge.kin, key=lambda t: (-len(t), t))),
        "adjectives": alternation(sorted(knowledge.adjectives)),
        "relative": alternation(t for t, k in sorted(knowledge.kin.items()) if not (k.several or k.weak)),
        "owner": rf"(?:[Hh]er|[Hh]is|[Tt]heir|{ROLE_OWNER}|{name}'s?)",
        "number": NUMBER,
        "begin": r"(?<![\w'-])",
        "end": r"(?![\w'])",
    }


@lru_cache(maxsize=4)
def _labels(knowledge: CastKnowledge) -> re.Pattern[str]:
    """Finds where a label begins after which one of the forms that begin with a label may go on."""
    parts = _parts(knowledge)
    begun = [found["after"] for f in knowledge.sentences if (found := AFTER_LABEL.match(_one_line(f)))]
    going_on = "|".join(_going_on(after).format(**parts) for after in begun)
    return re.compile(rf"(?={LABEL_BEGINS})(?={parts['name']}(?:{going_on}))")


def _going_on(after: str) -> str:
    """How a form goes on after its label, short of what would take long to look for."""
    short = after.split("(?P<")[0] if LONG_PART.search(after) else after
    return re.sub(r"\(\?P<\w+>", "(?:", short)


def said_of_people(text: str, knowledge: CastKnowledge) -> Iterator[Said]:
    """Everybody whom the sentences of a text introduce, form by form."""
    labels = [found.start() for found in _labels(knowledge).finditer(text)]
    no_kin = _first_words_of_kin(knowledge).isdisjoint(LETTERS.findall(text.lower()))
    for form in sentence_forms(knowledge):
        if not (form.names_kin and no_kin or form.begins_with_label and not labels):
            for match in form.matches(text, labels):
                yield from _read(form, match, knowledge)


@lru_cache(maxsize=4)
def _first_words_of_kin(knowledge: CastKnowledge) -> frozenset[str]:
    """The words with which kin terms begin: where none of them stands, no kin is named."""
    return frozenset(LETTERS.findall(term)[0] for term in knowledge.kin)


def _read(form: SentenceForm, match: re.Match[str], knowledge: CastKnowledge) -> Iterator[Said]:
    said = match.groupdict()
    gloss = "".join(said.get(group) or "" for group in ("gloss", "kin", "more", "noun"))
    described = _described(
        form, f"{gloss}, aged {said['age']}" if said.get("age") else gloss, said.get("role"), knowledge
    )
    if described is None:
        return
    if said.get("label"):
        yield Said(said["label"], match.start("label"), described, gloss, form.id)
        return
    for item in re.finditer(name_pattern(knowledge) + r"(?: \((?P<inner>[^)]*)\))?", match["names"]):
        own = describe(item["inner"], knowledge) if item["inner"] else Description()
        both = Description(
            own.role,
            own.sex or described.sex,
            own.age,
            own.ethnicity,
            described.kin,
            described.kin_role,
            described.owner,
        )
        yield Said(item[0].split(" (")[0], match.start("names") + item.start(), both, gloss, form.id)


def _described(form: SentenceForm, gloss: str, role: str | None, knowledge: CastKnowledge) -> Description | None:
    """What a match says of its person; None where it lacks what the form needs."""
    if form.kin:
        return Description(kin=form.kin, kin_role=form.role)
    if role:
        return Description(role=knowledge.roles.get(role.lower()))
    if form.needs == "clause":
        told = next(((k, r) for pattern, k, r in knowledge.clauses if pattern.match(gloss.lower())), None)
        return Description(kin=told[0], kin_role=told[1]) if told else None
    described = describe(gloss.split(" who ")[0] if form.needs == "kin" else gloss, knowledge)
    if form.needs == "kin" and (described.kin_role is None or gloss in knowledge.capital_kin):
        return None
    if form.needs == "something":
        agency = knowledge.kind_of(gloss) is not None and not described.role
        return described if described.says_something and not agency else None
    return described
