"""A cast read from a few lines of invented review."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast, CastKnowledge, find_cast, load_cast_knowledge
from dhr_graph.loaders.continuous import continuous
from dhr_graph.loaders.readers import read_text

FAMILY = (
    "The review is about Lena, aged 34, who was killed by her husband, Mark, aged 40, on 3 May 2016. Their "
    "children are Tom (7) and Isla (4). Grace is Lena's mother. A former partner of Mark is called Joy."
)
CONTRIBUTORS = (
    "Reports were received from Northshire Police; Ellwood Council Children's Services (CSC); Mill Road "
    "Surgery (GP for Lena and the children); Canal Street Practice (GP for Mark); Ellwood General Hospital; the "
    "National Probation Service; Ellwood Homes; Beacon Women's Aid, which employs the IDVAs; and Oak Lane Primary "
    "School."
)
HISTORY = (
    "CHRONOLOGY\n\nOn 4 March 2015 Lena told her GP that she was afraid of Mark, who had pushed her down the stairs."
)


@pytest.fixture(scope="session")
def knowledge() -> CastKnowledge:
    return load_cast_knowledge()


@pytest.fixture(scope="session")
def cast_of(knowledge: CastKnowledge) -> Callable[..., Cast]:
    """Reads the cast of a text given as paragraphs."""

    def read(*paragraphs: str) -> Cast:
        text = continuous(read_text("\n\n".join(paragraphs) + "\n", "test.txt"))
        return find_cast("test", [text.document], [[]], knowledge)

    return read


@pytest.fixture(scope="session")
def ellwood(cast_of: Callable[..., Cast]) -> Cast:
    return cast_of(FAMILY, CONTRIBUTORS, HISTORY)
