"""How words name members of the cast: names, short forms, common nouns, role nouns and kin terms, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.kinship import Kinship
from dhr_graph.loaders.cast.knowledge import Service
from dhr_graph.loaders.cast.resolution import Resolution
from dhr_graph.loaders.cast.wording import TOKEN, straighten

NAME, ALIAS, SERVICE, ROLE, LABEL, KIN, BOTH = "name", "alias", "service", "role", "label", "kin", "both"
GAP = re.compile(r"[\s'\-/&,().\"]{0,4}")
BREAK = re.compile(r"[.,()]")
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "her", "his", "their", "another", "one", "its"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a member of the cast, or of somebody or something outside it.

    `start` and `end` are offsets in the words given. `kind` is person, agency, forum, or kind (a kind of agency that is
    no one member). `basis` is name, alias, role (the common noun of a professional or service) or term (a kin term,
    "the victim"). `shared` says that others of its kind are called by the same words ("the practice").
    """

    start: int
    end: int
    kind: str
    members: tuple[str, ...]
    basis: str
    agency_type: str | None = None
    professional: bool = False
    shared: bool = False

    @property
    def member(self) -> str | None:
        """The one member that it names, None where it names several or none."""
        return self.members[0] if len(self.members) == 1 else None


@dataclass(frozen=True, slots=True)
class Form:
    """What a sequence of tokens stands for. `case`: exact, capital (the first letter) or any."""

    what: str
    targets: tuple[str, ...] = ()
    service: Service | None = None
    case: str = "any"
    surface: str = ""
    plural: bool = False
    tight: bool = False

    def fits(self, words: str) -> bool:
        """Whether the words as printed are this form."""
        if self.case == "exact":
            return words == self.surface
        return self.case == "any" or any(c.isupper() for c in words)


Entry: TypeAlias = tuple[tuple[str, ...], Form]


class Trie:
    """Forms by their tokens, so that a sentence is read once from left to right."""

    __slots__ = ("_alone", "_begun", "_longer")

    def __init__(self, forms: Sequence[tuple[tuple[str, ...], Form]], usual: Trie | None = None) -> None:
        self._alone: dict[str, tuple[Entry, ...]] = {} if usual is None else dict(usual._alone)
        self._longer: dict[tuple[str, ...], tuple[Entry, ...]] = {} if usual is None else dict(usual._longer)
        alone: dict[str, list[Entry]] = {}
        longer: dict[tuple[str, ...], list[Entry]] = {}
        for tokens, form in forms:
            if len(tokens) == 1:
                alone.setdefault(tokens[0], []).append((tokens, form))
            else:
                longer.setdefault(tokens[:2], []).append((tokens, form))
        self._alone.update((key, _in_order((*own, *self._alone.get(key, ())))) for key, own in alone.items())
        self._longer.update((key, _in_order((*own, *self._longer.get(key, ())))) for key, own in longer.items())
        self._begun = frozenset(self._alone).union(key[0] for key in self._longer)

    def at(self, tokens: Sequence[str], i: int) -> Sequence[tuple[int, Form]]:
        """The forms that begin at a token, longest first, with how many tokens they take."""
        if tokens[i] not in self._begun:
            return ()
        longer, alone = self._longer.get(tuple(tokens[i : i + 2]), ()), self._alone.get(tokens[i], ())
        found = [(n, form) for wanted, form in longer if tuple(tokens[i : i + (n := len(wanted))]) == wanted]
        return [*found, *((1, form) for _, form in alone)]


ORDER = (LABEL, NAME, ALIAS, KIN, ROLE, SERVICE, BOTH)


def _in_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: (-len(e[0]), ORDER.index(e[1].what), e[1].surface)))


@dataclass(frozen=True, eq=False)
class Namer:
    """Finds and resolves the namings in words."""

    trie: Trie
    resolution: Resolution
    kinship: Kinship
    kinds: Mapping[str, tuple[str, str]]

    def home(self, agency_type: str) -> str | None:
        """The one contributor of a type."""
        return self.resolution.home(agency_type)

    def mentions(self, words: str, agency: str | None = None) -> tuple[Mention, ...]:
        """The namings in words, in order, none overlapping."""
        text = straighten(words)
        spans = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        lower = [text[a:b].lower() for a, b in spans]
        found: list[Mention] = []
        i = 0
        while i < len(spans):
            mention, n = self._at(text, spans, lower, i, agency, found)
            if mention is not None:
                while found and found[-1].end > mention.start:
                    found.pop()
                found.append(mention)
            i += n
        return tuple(found)

    def _at(
        self,
        text: str,
        spans: list[tuple[int, int]],
        lower: list[str],
        i: int,
        agency: str | None,
        before: list[Mention],
    ) -> tuple[Mention | None, int]:
        for n, form in self.trie.at(lower, i):
            start, end = spans[i][0], spans[i + n - 1][1]
            if not form.fits(text[start:end]) or not self._joined(text, spans, i, n, form):
                continue
            if form.service is not None and self._qualifies(lower, i, n):
                continue
            mention = self._mention(form, text, spans, lower, i, n, agency, before)
            if mention is not None:
                return mention, n
        return None, 1

    def _qualifies(self, lower: list[str], i: int, n: int) -> bool:
        """Whether a noun with its article only begins a longer one ("the practice nurse")."""
        article = n > 1 and lower[i] in DETERMINERS
        longer = self.trie.at(lower, i + 1) if article else ()
        return any(m >= n and other.what in (ROLE, SERVICE) for m, other in longer)

    @staticmethod
    def _joined(text: str, spans: list[tuple[int, int]], i: int, n: int, form: Form) -> bool:
        for (_, a), (b, _) in zip(spans[i : i + n - 1], spans[i + 1 : i + n], strict=True):
            gap = text[a:b]
            if not GAP.fullmatch(gap) or form.tight and BREAK.search(gap):
                return False
        return True

    def _mention(
        self,
        form: Form,
        text: str,
        spans: list[tuple[int, int]],
        lower: list[str],
        i: int,
        n: int,
        agency: str | None,
        before: list[Mention],
    ) -> Mention | None:
        start, end = spans[i][0], spans[i + n - 1][1]
        if form.what == LABEL:
            return Mention(start, end, "person", form.targets, "name" if form.case != "any" else "term")
        if form.what in (NAME, ALIAS):
            return self._body(form, start, end, agency)
        if form.what == KIN:
            return self.kinship_mention(text, spans, lower, i, n, before)
        owner = (
            before[-1]
            if before and before[-1].kind == "person" and re.fullmatch(r"'s?\s+(?:own )?", text[before[-1].end : start])
            else None
        )
        last = self._last_of_kind(form, start, end, text, agency, before)
        if last is not None:
            return last
        return self._service(form, start, end, text, agency, owner, lower[i - 1] if i else "")

    def _body(self, form: Form, start: int, end: int, agency: str | None) -> Mention | None:
        targets = form.targets
        if len(targets) > 1 and agency in targets:
            targets = (str(agency),)
        if len(targets) > 1:
            return Mention(start, end, "kind", (), form.what, self.kinds[targets[0]][1])
        kind, agency_type = self.kinds[targets[0]]
        return Mention(start, end, kind, targets, form.what, agency_type)

    def _last_of_kind(
        self, form: Form, start: int, end: int, text: str, agency: str | None, before: Sequence[Mention]
    ) -> Mention | None:
        """The agency that was named last, where common words ("the practice") can be said of it."""
        service = form.service
        if service is None or not (service.shared or service.near) or form.plural:
            return None
        if agency is not None and self.kinds[agency][1] in service.types:
            return None
        named = {m.member for m in before if m.member is not None and m.basis in (NAME, ALIAS)}
        last = _named_last(text, before, self.resolution.callable_by(service, text[start:end], named))
        if last is None:
            return None
        return Mention(start, end, last.kind, last.members, "role", last.agency_type, service.role)

    def _service(
        self, form: Form, start: int, end: int, text: str, agency: str | None, owner: Mention | None, last: str
    ) -> Mention | None:
        service = form.service
        assert service is not None
        owners = owner.members if owner else self.kinship.of_pronoun(last) if last in ("her", "his") else ()
        target = (
            None
            if form.plural and not service.role
            else self.resolution.resolve(service, agency, owners, text[start:end])
        )
        shared = self.resolution.is_shared(service, text[start:end])
        if target is None:
            if service.context:
                return None
            kind_meant = None if self.resolution.of_several_kinds(service) else next(iter(service.types), None)
            return Mention(start, end, "kind", (), "role", kind_meant, service.role, shared)
        kind, agency_type = self.kinds[target]
        return Mention(start, end, kind, (target,), "role", agency_type, service.role, shared)

    def kinship_mention(
        self, text: str, spans: list[tuple[int, int]], lower: list[str], i: int, n: int, before: list[Mention]
    ) -> Mention | None:
        """A kin term with what stands before it (possessor, adjectives) and after it ("of Alma")."""
        end = spans[i + n - 1][1]
        term = " ".join(lower[i : i + n])
        j = i
        adjectives: list[str] = []
        while j > 0 and lower[j - 1] in self.kinship.adjectives and text[spans[j - 1][1] : spans[j][0]] in (" ", "-"):
            j -= 1
            adjectives.insert(0, lower[j])
        begin = spans[j][0]
        owners: tuple[str, ...] = ()
        possessor = ""
        if before and before[-1].kind == "person" and re.fullmatch(r"'s? ", text[before[-1].end : begin]):
            owners, begin, possessor = before[-1].members, before[-1].start, "name"
        elif j > 0 and lower[j - 1] in DETERMINERS and text[spans[j - 1][1] : begin] == " ":
            possessor = lower[j - 1]
            begin = spans[j - 1][0]
        members = self.kinship.resolve(term, tuple(adjectives), possessor, owners)
        if not members and not possessor and term not in self.kinship.freestanding:
            return None
        return Mention(begin, end, "person", members, "term")


def _named_last(text: str, before: Sequence[Mention], callable_by: Collection[str]) -> Mention | None:
    """The agency that was named last before a common noun, but not as another's other side ("wrote to X")."""
    alike = [m for m in before if m.member in callable_by and m.basis in (NAME, ALIAS)]
    for mention in reversed(alike):
        if not is_other_side(text, mention, alike):
            return mention
    return None


def is_other_side(text: str, mention: Mention, alike: Sequence[Mention]) -> bool:
    """Whether an agency was only asked, told or heard from by another: what follows goes on with that one."""
    begins = max(text.rfind(". ", 0, mention.start), 0)
    by_another = any(begins <= m.start < mention.start and m.member != mention.member for m in alike)
    return by_another and expression("other_side").search(text, begins, mention.start) is not None
