"""The people of a history: introductions put together, with roles towards victim and perpetrator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dhr_graph.loaders.cast.glosses import label_key
from dhr_graph.loaders.cast.introductions import Introduction
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.sentence_forms import PLAIN_NAME
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import sentences

KILLING = r"(?:killed|murdered|stabbed|strangled|shot|suffocated|beaten to death|drowned|unlawfully killed|fatally \w+|bludgeoned|smothered)"
CRIME = r"(?:murder|manslaughter|murdering|killing)"
OTHERS = re.compile(r"\b(?:officer|manager|worker|nurse|GP|doctor|mother|father|son|daughter|woman|man|partner|friend|sister|brother|neighbour|practitioner|Adult|Child|Female|Male|Mr|Ms|Mrs)s?\b")
PRONOUN = re.compile(r"\b(she|he|herself|himself)\b", re.I)


@dataclass(slots=True)
class Human:
    """One person while put together."""

    label: str
    role: str | None = None
    sex: str | None = None
    age: int | None = None
    ethnicity: str | None = None
    kin: list[tuple[str, str, str | None]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    sites: list[tuple[int, int, int]] = field(default_factory=list)
    bases: set[str] = field(default_factory=set)
    named: bool = True

    def take(self, found: Introduction) -> None:
        """Add what one more place says."""
        d = found.description
        self.role = self.role or d.role
        self.sex = self.sex or d.sex
        self.age = d.age if self.age is None else self.age
        self.ethnicity = self.ethnicity or d.ethnicity
        if d.kin and d.kin_role:
            self.kin.append((d.kin, d.kin_role, d.owner))
        self.sites.append((found.document, found.start, found.end))
        self.bases.add(found.basis)


def gather(found: Iterable[Introduction], knowledge: CastKnowledge) -> dict[str, Human]:
    """One human for each label, in order of appearance."""
    people: dict[str, Human] = {}
    for introduction in found:
        human = people.setdefault(label_key(introduction.label), Human(introduction.label))
        human.take(introduction)
    for key, human in people.items():
        if human.role is None and knowledge.roles.get(key) in ("victim", "perpetrator"):
            human.role = knowledge.roles[key]
    return people


def settle_roles(people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Find victim and perpetrator, then give everybody else the role that their kinship makes."""
    text = "\n".join(s.text for s in all_stretches)
    by_role = {key: people.pop(key) for key in [k for k in people if knowledge.roles.get(k) in ("victim", "perpetrator")]}
    _from_death(people, text, {h.role for h in by_role.values()})
    for key, human in by_role.items():
        named = [h for h in people.values() if h.role == human.role]
        if named:
            _merge(named[0], human)
        else:
            people[key] = human
    for human in people.values():
        if human.role is None:
            human.role = _kin_role(human, people)
    for human in people.values():
        if human.sex is None:
            human.sex = _sex(human, text) if human.role != "victim" else _sex_of_victim(people, human) or _sex(human, text)


def _merge(named: Human, other: Human) -> None:
    """What was said of "the victim" is said of whoever bears a name."""
    named.sex, named.ethnicity = named.sex or other.sex, named.ethnicity or other.ethnicity
    named.age = other.age if named.age is None else named.age
    named.kin += other.kin


def _sex_of_victim(people: dict[str, Human], victim: Human) -> str | None:
    """From the possessive of the killer's kinship: "killed by her husband"."""
    owners = {(owner or "").lower() for h in people.values() if h.role == "perpetrator" for _, _, owner in h.kin}
    by_title = _by_title(victim)
    return by_title or ("F" if "her" in owners else "M" if "his" in owners else None)


def _by_title(human: Human) -> str | None:
    first = human.label.split()[0]
    return "M" if first in ("Mr", "Male", "Boy", "Man", "Master") else "F" if first in ("Mrs", "Ms", "Miss", "Female", "Girl", "Woman") else None


def _pattern(human: Human) -> str:
    return rf"(?<![\w'])(?:{re.escape(human.label)}|{re.escape(human.label.upper())})(?![\w])"


def _from_death(people: dict[str, Human], text: str, by_role: set[str | None]) -> None:
    """Who died and who killed, from the words that tell the death."""
    victims, killers = Counter[str](), Counter[str]()
    for key, human in people.items():
        label = _pattern(human)
        gloss = r"(?: \([^)]*\))?(?:,[^.;]{0,60}?,|,)?"
        victims[key] += 3 * len(re.findall(rf"(?:death|murder|homicide|killing|manslaughter|body) of (?:the )?(?:\w+ ){{0,3}}?{label}", text))
        victims[key] += 3 * len(re.findall(rf"{label}{gloss}(?: who)? (?:was|had been|being) (?:\w+ )?{KILLING}", text))
        victims[key] += 2 * len(re.findall(rf"{label}{gloss}(?: who)? (?:died|was found dead|took (?:her|his) own life|ended (?:her|his) life|dead)\b", text))
        victims[key] += 3 * len(re.findall(rf"{label} (?:was|is) [^.;]{{0,40}}? when (?:he|she) was (?:\w+ )?{KILLING}", text))
        victims[key] += 3 * len(re.findall(rf"{label}'s? (?:death|murder|homicide|killing|suicide|body|post mortem|inquest)\b", text))
        victims[key] += 2 * len(re.findall(rf"(?:{KILLING}|killing|murdering|stabbing|strangling|found|pronounced) {label}(?: dead)?", text)) if re.search(rf"(?:{KILLING}|killing|murdering|stabbing|strangling) {label}|(?:found|pronounced) {label} (?:dead|deceased)", text) else 0
        killers[key] += 3 * len(re.findall(rf"(?:{KILLING}|hands of|inflicted|caused)(?: \w+){{0,4}}? by (?:(?:her|his|their|the)(?: [\w-]+){{0,4}},? )?{label}", text))
        killers[key] += 3 * len(re.findall(rf"hands of (?:(?:her|his)(?: [\w-]+){{0,3}},? )?{label}", text))
        killers[key] += 3 * len(re.findall(rf"{label}{gloss}[^.;]{{0,80}}? (?:convicted|found guilty|pleaded guilty|charged|pleading guilty|guilty)[^.;]{{0,30}}? {CRIME}", text))
        killers[key] += 2 * len(re.findall(rf"{label}{gloss}(?: then| had)? {KILLING} (?:her|him|Ms|Mr|[A-Z])", text))
        killers[key] += 2 * len(re.findall(rf"{label}{gloss}[^.;]{{0,40}}? (?:life imprisonment|imprisoned for life|a life sentence|sentenced to life|hospital order)", text))
        killers[key] += len(re.findall(rf"arrest(?:ed)? (?:of )?{label}[^.;]{{0,40}}? {CRIME}|{label} (?:was|were) arrested[^.;]{{0,60}} {CRIME}", text))
    for role, votes, other in (("victim", victims, killers), ("perpetrator", killers, victims)):
        if any(h.role == role for h in people.values()):
            continue
        ranked = [(n - other[k], k) for k, n in votes.items() if n > 0 and n > other[k] and people[k].role is None]
        if ranked:
            people[max(ranked, key=lambda r: (r[0], -list(people).index(r[1])))[1]].role = role
    _fill_pair(people, text, by_role)


def _fill_pair(people: dict[str, Human], text: str, by_role: set[str | None]) -> None:
    """Where only one of the two is known, a present partner is the other; where neither, the first two to be introduced."""
    victim = next((h for h in people.values() if h.role == "victim"), None)
    killer = next((h for h in people.values() if h.role == "perpetrator"), None)
    grown = sorted((h for h in people.values() if h.role is None and _grown(h)), key=lambda h: min(h.sites))
    partner = [h for h in people.values() if h.role is None and any(r == "partner" for _, r, _ in h.kin)]
    deadly = re.search(rf"\b(?:{KILLING}|suicide|{CRIME})\b", text) is not None
    if victim is None and deadly and "victim" not in by_role:
        victim = next((h for h in grown if h not in partner or killer is not None), None)
        if victim is not None:
            victim.role = "victim"
    if victim is None and deadly and "victim" not in by_role:
        rest = [h for h in people.values() if h.role is None and not any(r in ("child", "friend", "neighbour") for _, r, _ in h.kin)]
        victim = max(rest, key=lambda h: len(re.findall(_pattern(h), text)), default=None)
        if victim is not None:
            victim.role = "victim"
    if victim is not None and killer is None and "perpetrator" not in by_role:
        partner = [h for h in partner if h is not victim]
        killer = partner[0] if len(partner) == 1 else _likely_killer(people, text, [h for h in grown if h is not victim and deadly and not h.kin])
        if killer is not None and killer.role is None:
            killer.role = "perpetrator"


VIOLENCE = r"(?:hit|punch\w*|assault\w*|strangl\w*|threaten\w*|push\w*|grab\w*|kick\w*|slap\w*|was arrested|was bailed|harass\w*|stalk\w*|had (?:hit|punched|pushed|assaulted|threatened))"


def _likely_killer(people: dict[str, Human], text: str, strangers: list[Human]) -> Human | None:
    """Of partners, former partners and grown kin the one of whom most violence is told."""
    close = [h for h in people.values() if h.role is None and any(r in ("partner", "ex_partner", "family") or r == "child" and (h.age or 0) > 15 for _, r, _ in h.kin)]
    told = {h.label: len(re.findall(rf"{_pattern(h)}[^.;]{{0,30}}? {VIOLENCE}\b", text)) for h in (*close, *strangers)}
    best = max((*close, *strangers), key=lambda h: told[h.label], default=None)
    if best is not None and told[best.label] > 0:
        return best
    return strangers[0] if len(strangers) == 1 else None


def _grown(human: Human) -> bool:
    """Whether somebody was introduced with an age, and is no child, friend or neighbour."""
    return (human.age or 0) > 15 and not any(r in ("child", "friend", "neighbour", "family", "ex_partner") for _, r, _ in human.kin)


def owner_of(owner: str | None, people: dict[str, Human]) -> Human | None:
    """The person that a possessive names, as far as a word can tell."""
    if owner is None:
        return None
    low = owner.lower()
    if "victim" in low or "deceased" in low:
        return next((h for h in people.values() if h.role == "victim"), None)
    if "perpetrator" in low:
        return next((h for h in people.values() if h.role == "perpetrator"), None)
    if low in ("her", "his"):
        sex = "F" if low == "her" else "M"
        return next((h for role in ("victim", "perpetrator") for h in people.values() if h.role == role and h.sex == sex), None)
    for form in (owner, owner.split(" ")[0], owner.rstrip("s")):
        if label_key(form) in people:
            return people[label_key(form)]
    return None


def _kin_role(human: Human, people: dict[str, Human]) -> str:
    if not human.kin and re.match(r"(?:Child|Baby|Son|Daughter|Girl|Boy)\b", human.label):
        return "child"
    for kin, role, owner in human.kin:
        if role in ("partner", "ex_partner"):
            continue
        of = owner_of(owner, people)
        if of is not None and of.role == "child" and kin.split()[-1] in ("father", "mother") and owner not in ("His", "Her", "his", "her"):
            return "partner_other"
        if role == "child" and _adult(human, kin, people):
            return "family"
        return role
    for _, role, _ in human.kin:
        if role in ("partner", "ex_partner"):
            return "partner_other"
    return "other"


def _adult(human: Human, kin: str, people: dict[str, Human]) -> bool:
    """Whether a son or daughter is grown up: by age or word, or as brother or sister of the one who killed."""
    if human.age is not None:
        return human.age > 20
    killer = next((h for h in people.values() if h.role == "perpetrator"), None)
    return bool(re.search(r"adult|grown", kin)) or killer is not None and (killer.age or 0) > 17 and any(r == "child" for _, r, _ in killer.kin)


def _sex(human: Human, text: str) -> str | None:
    """From a title, else from the pronouns that follow the label in its sentences."""
    if by_title := _by_title(human):
        return by_title
    votes = Counter[str]()
    for found in re.finditer(rf"{_pattern(human)}(?!')((?:(?! (?:{PLAIN_NAME})\b)[^;.]){{0,110}})", text):
        pronoun = PRONOUN.search(found[1])
        if pronoun and not OTHERS.search(found[1][: pronoun.start()]):
            votes["F" if pronoun[1].lower() in ("she", "herself") else "M"] += 1
    for found in re.finditer(rf"(?:^|[.\n] ?|\d,? ){_pattern(human)} (?:(?!{PLAIN_NAME}\b)[^.;\n]){{0,200}}\. (She|He|Her|His)\b", text):
        if not re.search(r"\b(?:[Hh]e|[Ss]he|him|her|his|and|AB|with)\b", found[0][:-4]):
            votes["F" if found[1] in ("She", "Her") else "M"] += 2
    if max(votes.values(), default=0) and votes["F"] != votes["M"] and max(votes.values()) >= 2 * min(votes["F"], votes["M"]):
        return "F" if votes["F"] > votes["M"] else "M"
    return None


def origins(people: dict[str, Human], all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> None:
    """Ethnicity where a sentence of its own tells it: "Maya was White British", "He was also white, British"."""
    told = re.compile(r"(?P<who>{labels}|\b[SH]h?e) (?:was|is|describe[sd] (?:him|her)self as|identifie[sd] as)(?: also| both| of| a| an| as)* (?P<what>[^.;]{{3,60}})".format(
        labels="|".join(_pattern(h) for h in people.values()) or "(?!)"))
    names = {h.label: h for h in people.values()} | {h.label.upper(): h for h in people.values()}
    for stretch in all_stretches:
        last: Human | None = None
        for _, sentence in sentences(stretch.text):
            found = told.match(sentence) or told.search(sentence)
            who = (names.get(found["who"]) or last) if found else None
            if found and who and who.ethnicity is None:
                origin = knowledge.ethnicity.match(found["what"])
                who.ethnicity = origin[0].strip(" ,") if origin else None
            last = next((h for label, h in names.items() if sentence.startswith(label) or f" {label} was" in sentence[:90] or f" {label} is" in sentence[:90]), last)
