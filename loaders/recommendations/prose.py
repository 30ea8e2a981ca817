"""Recommendations in prose: numbered, lettered, bulleted, under an agency's heading, or told in running sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.fields import plan_fields
from dhr_graph.loaders.recommendations.form import asks, lead_length
from dhr_graph.loaders.recommendations.owners import Owners
from dhr_graph.loaders.recommendations.request import Addressees, PlanEntry, Request, plain_text
from dhr_graph.loaders.recommendations.rules import RecommendationRules
from dhr_graph.loaders.recommendations.sentences import lower_in_place, sentence_spans
from dhr_graph.model.documents import HEADING, LIST_ITEM, TABLE_ROW, SourceDocument, Span, TextPassage

PRINTED_LABEL = re.compile(
    r"^\W{0,4}((?:(?:key |overview |national |local |single |multi-?agency |agency |panel |dhr |imr ){0,3}"
    r"rec(?:ommendation|\.)?s?\s*(?:no\.?\s*)?"
    r"\(?(?:\d+(?:\.\d+)*|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\)?[a-z]?)"
    r"|R\.?\d+[a-z]?|R[\dlIO]{1,2}(?=[.:)]))"
    r"\b\W*?(?:\s*[-\u2013\u2014:.)]\s*|\s+|$|(?=\*\*))(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
LOW_LABEL = re.compile(r"^\W?([a-z]|[ivx]+)\W*$", re.IGNORECASE)
OPEN_END = re.compile(
    r"\b(should|must|to|that|will|recommends?|needs? to|ought to|(is|are) (asked|recommended|required)( to)?"
    r"|as follows|(the )?following( \w+)?( actions?| steps| measures)?)\W*:\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Course:
    """Where the reading of a part of recommendations stands: what headings, an opening and a label before it said."""

    owner: Addressees = field(default_factory=Addressees)
    hint: str | None = None
    opening: Addressees = field(default_factory=Addressees)
    opened: str | None = None
    label: str | None = None
    numbered: bool = False
    headed: bool = False
    colon: bool = False


def requests_in_prose(
    index: int, document: SourceDocument, kinds: Sequence[str], owners: Owners, rules: RecommendationRules
) -> Iterator[Request]:
    """All that paragraphs and list items of one document ask for; `index` is the document's among the review's."""
    reader = _ProseReader(index, document, owners, rules)
    course = _Course()
    pending: list[Request] = []
    for position, (passage, kind) in enumerate(zip(document.passages, kinds, strict=True)):
        if passage.level < 0:
            continue
        if kind not in ("recommendations", "action_plan"):
            course = _Course()
        elif passage.kind == TABLE_ROW:
            course.opened, course.label, course.numbered = None, None, False
        else:
            course.headed = course.headed or passage.kind == HEADING or _stands_under_heading(passage, kinds, position)
            for request in reader.read(passage, course, in_plan=kind == "action_plan"):
                yield from pending
                pending = [request]
            pending = reader.with_fields(passage, pending)
    yield from pending


def _stands_under_heading(passage: TextPassage, kinds: Sequence[str], position: int) -> bool:
    """Whether the part is a section of its own: its neighbours ask as well."""
    near = kinds[max(0, position - 2) : position + 3]
    return bool(passage.section) and sum(kind == kinds[position] for kind in near) >= 3


class _ProseReader:
    def __init__(self, index: int, document: SourceDocument, owners: Owners, rules: RecommendationRules) -> None:
        self._index = index
        self._document = document
        self._owners = owners
        self._rules = rules

    def read(self, passage: TextPassage, course: _Course, in_plan: bool) -> Iterator[Request]:
        span = passage.body
        words = self._document.words(span)
        found = PRINTED_LABEL.match(words)
        label = found.group(1).strip() if found else passage.label
        if found:
            span = Span(span.start + found.end(), span.end)
            words = words[found.end() :]
        if words and plan_fields(words, self._index, span.start, self._rules)[0] == 0:
            return
        if found and not asks(words, self._rules):
            course.owner = self._owners.of_heading(words, span.start) or course.owner
            course.label, course.numbered, course.colon, course.opened = label, True, False, None
        elif passage.kind == HEADING and not (found or self._is_sentence(words)) or self._is_caption(passage, words):
            self._head(words, span, course)
            course.label = label if LOW_LABEL.match(label or "x") is None else None
        elif plain_text(words):
            yield from self._text(passage, words, span, label, course, in_plan)

    def with_fields(self, passage: TextPassage, pending: list[Request]) -> list[Request]:
        """The last request with what the passage says of its lead, target date and status."""
        cut, entry = plan_fields(self._document.words(passage.body), self._index, passage.body.start, self._rules)
        if not pending or not entry:
            return pending
        last = pending[-1]
        end = passage.body.start + cut
        if last.place.start < end < last.place.end:
            words = self._document.text[last.place.start : end].rstrip(" \n\t([-|")
            last = replace(last, place=Span(last.place.start, last.place.start + len(words)), text=plain_text(words))
        addressees = last.addressees or (self._owners.as_printed(entry.lead, 0) if entry.lead else Addressees())
        known = last.plan[0] if last.plan else PlanEntry()
        merged = PlanEntry(
            known.lead or entry.lead,
            known.target_date or entry.target_date,
            known.status or entry.status,
            self._index,
            known.place or entry.place,
        )
        addressees = replace(addressees, place=last.addressees.place)
        return [*pending[:-1], replace(last, plan=(merged,), addressees=addressees)]

    def _head(self, words: str, span: Span, course: _Course) -> None:
        hint = self._rules.level_of_heading(words)
        owner = self._owners.of_heading(words, span.start)
        course.hint = hint if hint else course.hint if owner else None
        course.owner, course.opening, course.opened, course.colon = owner, Addressees(), None, False
        course.numbered = False

    def _is_caption(self, passage: TextPassage, words: str) -> bool:
        """Whether a paragraph is a heading in all but name: marked throughout, short, no sentence."""
        marked = re.fullmatch(r"\W*(<u>|\*\*|__|<b>|<strong>).{2,140}?(</\w+>|\*\*|__)\W*", words.strip())
        short = len(words) < 90 and not re.search(r"[.;:]\W*$", words.strip()) and passage.kind != LIST_ITEM
        names = short and not passage.label and (self._names(words) or bool(self._rules.level_of_heading(words)))
        return bool(marked or names) and not self._is_sentence(words)

    def _is_sentence(self, words: str) -> bool:
        plain = fold(plain_text(words))
        verb = self._rules.verbs.search(plain)
        return len(plain.split()) > 5 and verb is not None and verb.end() < len(plain) - 8 and not plain.endswith(":")

    def _text(
        self, passage: TextPassage, words: str, span: Span, label: str | None, course: _Course, in_plan: bool
    ) -> Iterator[Request]:
        plain = plain_text(words)
        low = bool(label and LOW_LABEL.match(label)) or (passage.kind == LIST_ITEM and not label)
        if plain.endswith(":") and not self._is_request(plain):
            opening = self._owners.asked(words, span.start) or self._owners.of_heading(plain.rstrip(":"), span.start)
            course.opening, course.opened, course.colon = opening or course.owner, label, True
            course.numbered = course.numbered and not opening
        elif low and course.colon:
            yield from self._part(words, span, label, course)
        elif label or course.label or passage.kind == LIST_ITEM:
            course.colon = False
            if not self._is_remark(plain):
                yield self._item(passage, words, span, label, low, course)
        elif not in_plan or self._rules.performative.search(fold(plain)):
            course.colon = False
            requests = list(self._sentences(words, span, course))
            if len(requests) == 1 and course.headed and not requests[0].label and not self._is_remark(plain):
                requests = [self._request(span, None, course, words)]
            yield from requests

    def _part(self, words: str, span: Span, label: str | None, course: _Course) -> Iterator[Request]:
        """A lettered part: of an opening ("The Council should:"), or of a whole that asks for something itself."""
        whole = course.opened == "whole"
        if not whole or self._is_action(plain_text(words)):
            yield self._request(span, _joined(course.label if whole else course.opened, label), course, words)

    def _item(
        self, passage: TextPassage, words: str, span: Span, label: str | None, low: bool, course: _Course
    ) -> Request:
        full = _joined(course.label, label) if low else label
        course.numbered = True
        if not low:
            course.opening = Addressees()
        request = self._request(span, full or course.label, course, words)
        if plain_text(words).endswith(":"):
            course.colon, course.opened = True, "whole"
            course.opening = self._owners.asked(words, span.start)
        if not low:
            course.label = full if label or passage.kind == LIST_ITEM else None
        return request

    def _is_request(self, plain: str) -> bool:
        """Whether what ends with a colon asks for something itself, and only goes on to list its content."""
        if OPEN_END.search(plain):
            return False
        return asks(plain, self._rules) and not self._is_remark(plain)

    def _is_action(self, plain: str) -> bool:
        """Whether a lettered part is an action of its own, not one more point of what the whole is about."""
        folded = re.sub(r"^to ", "", fold(plain))
        if self._rules.imperatives.match(folded):
            return True
        verb = self._rules.verbs.search(folded[:120])
        return verb is not None and bool(self._owners.asked(plain, 0))

    def _is_remark(self, plain: str) -> bool:
        return bool(self._rules.remarks.match(fold(plain)))

    def _request(self, span: Span, label: str | None, course: _Course, words: str) -> Request:
        cut, lead = lead_length(words, self._rules, self._names)
        span = Span(span.start + cut, span.end)
        own = self._owner(words[cut:], span.start)
        if lead:
            own = self._owners.chosen(own, self._owners.of_heading(lead, span.start - cut + words.index(lead)))
        addressees = self._owners.chosen(own, course.opening or course.owner)
        addressees = addressees or self._owners.mentioned(words[cut:], span.start)
        return Request(self._index, span, plain_text(words[cut:]), label, addressees, course.hint)

    def _names(self, lead: str) -> bool:
        return bool(self._owners.of_heading(re.sub(r"^(?:For|To)\s+(?=[Tt]he\s|[A-Z])", "", lead), 0))

    def _owner(self, words: str, offset: int) -> Addressees:
        """The subject of the first sentence that asks: a reason may stand before it."""
        for start, end in sentence_spans(words):
            if asks(words[start:end], self._rules):
                return self._owners.asked(words[start:end], offset + start)
        return self._owners.asked(words, offset)

    def _sentences(self, words: str, span: Span, course: _Course) -> Iterator[Request]:
        """Requests in running text: each sentence that asks for something new, with those that go on from it."""
        begun: tuple[int, int, str | None] | None = None
        for start, end in sentence_spans(words):
            opener = self._rules.ordinals.match(lower_in_place(words[start:end]))
            at = start + opener.end() if opener else start
            at += len(words[at:end]) - len(words[at:end].lstrip(" ,:;"))
            sentence = words[at:end]
            if self._begins(sentence, bool(opener), course):
                if begun:
                    yield self._from_prose(words, span, begun, course)
                begun = (at, end, words[start:at].strip(" ,:;") or None if opener else None)
            elif begun and self._rules.follow_on.match(fold(sentence)):
                begun = (begun[0], end, begun[2])
            elif begun:
                yield self._from_prose(words, span, begun, course)
                begun = None
        if begun:
            yield self._from_prose(words, span, begun, course)

    def _begins(self, sentence: str, ordered: bool, course: _Course) -> bool:
        if course.headed and lead_length(sentence, self._rules, self._names)[0]:
            return True
        plain = fold(plain_text(sentence))
        if self._rules.performative.search(plain[:150]) and not plain.endswith(":"):
            return len(plain.split()) > 7
        if self._rules.remarks.match(plain) or plain.endswith(":"):
            return False
        if self._rules.follow_on.match(plain) or (course.numbered and course.headed):
            return False
        verb = self._rules.verbs.search(plain)
        if verb is None or verb.group() in ("will", "might", "could"):
            return bool(course.headed and course.owner and self._rules.imperatives.match(plain))
        if plain.startswith("to "):
            return course.headed
        subject = self._owners.asked(sentence, 0)
        return bool(subject) if verb.group() != "to" else bool(subject) and verb.start() < 120 and course.headed

    def _from_prose(self, words: str, span: Span, begun: tuple[int, int, str | None], course: _Course) -> Request:
        start, end, label = begun
        return self._request(Span(span.start + start, span.start + end), label, course, words[start:end])


def _joined(outer: str | None, inner: str | None) -> str | None:
    if outer is None or inner is None:
        return inner or outer
    return f"{outer}{inner}" if inner.startswith("(") else f"{outer} {inner.strip('().')}"
