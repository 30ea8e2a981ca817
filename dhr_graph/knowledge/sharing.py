"""Which events passed information about a risk on, how far, and which only tried to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from dhr_graph.knowledge.bodies import belongs_to_review_process, is_coroner
from dhr_graph.knowledge.history import History, is_dated
from dhr_graph.model.records import Agency, Body, Event, InformationShare, Signposting

DECLINED = "declined"
NOT_RECEIVED = "not_received"
REJECTED = "rejected"
FAILED_OUTCOMES = frozenset({DECLINED, NOT_RECEIVED})


class Reach(Enum):
    """How far a pass of information went."""

    OUTSIDE = "outside"
    IN_ORGANISATION = "in_organisation"
    ATTEMPTED = "attempted"
    SIGNPOSTED = "signposted"
    NOWHERE = "nowhere"


def reach_of(event: Event, history: History) -> Reach:
    """How far an event took what its agency knew; a missing outcome counts as effective.

    A share whose recipient the text does not name counts as one outside: it must not turn into an accusation.
    """
    if isinstance(event, Signposting):
        return Reach.SIGNPOSTED
    if not isinstance(event, InformationShare) or event.by_agency is None:
        return Reach.NOWHERE
    sender = history.bodies.get(event.by_agency)
    recipient = history.bodies.get(event.to_agency) if event.to_agency else None
    if event.to_agency == event.by_agency or _told_for_the_review(event, recipient):
        return Reach.NOWHERE
    if sender and recipient and _team_of_one_agency(sender, recipient):
        return Reach.NOWHERE
    if event.outcome in FAILED_OUTCOMES:
        return Reach.ATTEMPTED
    if sender and recipient and _one_organisation(sender, recipient):
        return Reach.IN_ORGANISATION
    return Reach.OUTSIDE


def received(event: Event) -> bool:
    """Whether the recipient of a share came to know: not if it was declined or lost, but if it was turned down."""
    return isinstance(event, InformationShare) and event.outcome not in FAILED_OUTCOMES


def _told_for_the_review(event: Event, recipient: Body | None) -> bool:
    if recipient is None:
        return False
    return is_coroner(recipient) or (belongs_to_review_process(recipient) and not is_dated(event))


def _one_organisation(sender: Body, recipient: Body) -> bool:
    return sender.of_organisation is not None and sender.of_organisation == recipient.of_organisation


def _team_of_one_agency(sender: Body, recipient: Body) -> bool:
    """A police force and its own domestic abuse unit: of one kind, and the one's name holds the other's."""
    if not isinstance(sender, Agency) or not isinstance(recipient, Agency):
        return False
    if sender.agency_type != recipient.agency_type:
        return False
    return _name_holds(sender, recipient) or _name_holds(recipient, sender)


def _name_holds(team: Body, parent: Body) -> bool:
    mine = team.name.casefold()
    return any(mine != name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", mine) for name in _long_names(parent))


def _long_names(parent: Body) -> Iterator[str]:
    """Names of two words or more: a bare "Police" or "GP" is part of too many names to tell whose team it is."""
    return (name.casefold() for name in (parent.name, *parent.aliases) if len(name.split()) > 1)
