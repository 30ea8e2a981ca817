"""Prose: which lines are one paragraph, which begin a list item, and which is a heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.readers.blocks import Block, is_marked, trimmed, unmarked
from dhr_graph.loaders.readers.entries import are_entries, are_keyed, goes_on_with_entry, goes_on_with_key
from dhr_graph.loaders.readers.headings import LONGEST, MARKDOWN, Standing, announces, heading_rank
from dhr_graph.loaders.readers.labels import Label
from dhr_graph.loaders.readers.lines import Line, continues, ends_sentence, wrap_width
from dhr_graph.model.documents import HEADING, LIST_ITEM, PARAGRAPH, Span

STORY = 60
LONGEST_LEAD = 400
"""Characters before a list that are looked at for the line that announces it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The lines of one paragraph, item or heading, with the label of the first."""

    lines: tuple[Line, ...]
    label: Label | None

    @property
    def start(self) -> int:
        """Where the unit begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where the unit ends."""
        return self.lines[-1].end


def units(lines: Sequence[Line], labels: Sequence[Label | None], usual_width: int | None) -> Iterator[Unit]:
    """The units of a run of lines without blank ones between; `usual_width` is that of the document's lines."""
    width = wrap_width([[line.text for line in lines]]) or usual_width
    entries = goes_on_with_entry if are_entries(lines) else goes_on_with_key if are_keyed(lines) else continues
    gathered: list[Line] = []
    label: Label | None = None
    for line, own in zip(lines, labels, strict=True):
        goes_on = entries if own is None else continues
        if gathered and _same_unit(gathered[-1], line, own, width, goes_on):
            gathered.append(line)
            continue
        if gathered:
            yield Unit(tuple(gathered), label)
        gathered, label = [line], own
    if gathered:
        yield Unit(tuple(gathered), label)


def _same_unit(
    upper: Line, line: Line, label: Label | None, width: int | None, goes_on: Callable[[str, str, int | None], bool]
) -> bool:
    if MARKDOWN.match(line.text) or MARKDOWN.match(upper.text):
        return False
    if label is None:
        return goes_on(upper.text, line.text, width)
    sentence_number = label.depth == 1 and label.series != "noun" and not label.bullet
    return (
        sentence_number
        and width is not None
        and not ends_sentence(upper.text)
        and continues(upper.text, line.text, width)
    )


def prose_blocks(text: str, group: Sequence[Unit], follows: Unit | None) -> Iterator[Block]:
    """The blocks of the units of one group; `follows` is the line that comes after it, None at the end of the text."""
    leading = True
    for at, unit in enumerate(group):
        below = group[at + 1] if at + 1 < len(group) else None
        standing = _standing(
            text, unit, below, alone=len(group) == 1 and follows is not None, leading=leading, follows=follows
        )
        block = _heading(text, unit, standing)
        if block is None:
            leading = False
            block = _paragraph(text, unit, in_list=_in_list(group, at))
        yield block


def _standing(
    text: str, unit: Unit, below: Unit | None, *, alone: bool, leading: bool, follows: Unit | None
) -> Standing:
    after = below or follows
    sibling = after is not None and _next_title(text, unit.label, after)
    whole = trimmed(text, _body_start(unit), unit.end)
    before_prose = below is not None and below.label is None and below.end - below.start > 80
    before_list = below is not None and below.label is not None and leading
    return Standing(
        alone=alone,
        leads=leading and below is not None,
        marked=is_marked(text, whole),
        before_sibling=sibling,
        before_prose=before_prose,
        before_list=before_list,
        before_child=after is not None and _is_parent(unit.label, after.label),
        before_story=after is not None and after.end - after.start > STORY,
        announced=announces(text[max(0, unit.start - LONGEST_LEAD) : unit.start].rstrip().rpartition("\n")[2]),
    )


def _is_parent(label: Label | None, after: Label | None) -> bool:
    """Whether the next label is one level below: 5 before 5.1."""
    if label is None or after is None or not (label.printed and after.printed) or label.series == "noun":
        return False
    return after.printed.startswith(f"{label.printed}.")


def _next_title(text: str, label: Label | None, after: Unit) -> bool:
    """Whether the next line goes on with the numbering and is as short: then both are items of a list."""
    if label is None or after.label is None or label.series != after.label.series:
        return False
    short = after.end - after.start <= LONGEST and not ends_sentence(text[after.start : after.end])
    return after.label.value == label.value + 1 and short


def _heading(text: str, unit: Unit, standing: Standing) -> Block | None:
    marks = MARKDOWN.match(unit.lines[0].text)
    if marks:
        body = unmarked(text, unit.start + marks.end(), unit.end)
        end = body.start + len(text[body.start : body.end].rstrip("# ")) or body.end
        return Block(HEADING, unit.start, unit.end, Span(body.start, max(body.start, end)), rank=10 * len(marks[1]))
    body = unmarked(text, _body_start(unit), unit.end)
    rank = heading_rank(" ".join(text[body.start : min(body.end, body.start + 200)].split()), unit.label, standing)
    if rank is None or len(unit.lines) > 2:
        return None
    return Block(HEADING, unit.start, unit.end, body, unit.label.printed if unit.label else None, rank=rank)


def _paragraph(text: str, unit: Unit, *, in_list: bool) -> Block:
    label = unit.label
    if label is None:
        return Block(PARAGRAPH, unit.start, unit.end, trimmed(text, unit.start, unit.end))
    body = trimmed(text, _body_start(unit), unit.end)
    is_item = not label.numbered or (in_list and label.depth == 1 and label.series != "noun")
    if is_item:
        indent = len(unit.lines[0].text) - len(unit.lines[0].text.lstrip())
        return Block(LIST_ITEM, unit.start, unit.end, body, label.printed, level=1 + indent)
    return Block(PARAGRAPH, unit.start, unit.end, body, label.printed)


def _in_list(group: Sequence[Unit], at: int) -> bool:
    beside = [group[i].label for i in (at - 1, at + 1) if 0 <= i < len(group)]
    own = group[at].label
    return own is not None and any(b is not None and b.series == own.series for b in beside)


def _body_start(unit: Unit) -> int:
    return unit.start + (unit.label.body if unit.label else 0)
