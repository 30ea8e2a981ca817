"""Every error that dhr-graph raises on purpose, in one tree.

* DhrGraphError
  + UsageError              the call is wrong: a bad option, parameter, query or name (exit code 2)
  + InputError              something that was given to be read can't be read (exit code 1)
    - UnreadableFile        empty, binary, too large, missing, or of an unknown kind
    - NotAReview            readable, but no review
    - BadRules              a user's own rules or agencies don't follow their format
  + DatasetError            the dataset on disk is missing, damaged or of another version (exit code 1)
    - DatasetBusy           another process is writing it
  + FindingsError           a check found violations (exit code 1)
  + ServiceMissing          a service or an optional part that is needed is not there (exit code 3)
    - Neo4jError            Neo4j can't be reached, refuses, or lacks what is asked

A message says what is wrong, where, and what to do next.
"""

from __future__ import annotations


class DhrGraphError(Exception):
    """The root of the tree; catching it catches all that dhr-graph raises on purpose."""

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(self._message())

    def _message(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class UsageError(DhrGraphError):
    """The call itself is wrong."""

    exit_code = 2


class InputError(DhrGraphError):
    """Something that was given to be read can't be read."""


class UnreadableFile(InputError):
    """A file is empty, binary, too large, missing, or of an unknown kind."""


class NotAReview(InputError):
    """A file can be read, but holds no review."""


class BadRules(InputError):
    """A rule file or an agency list does not follow its format."""


class DatasetError(DhrGraphError):
    """The dataset on disk is missing, damaged or of another version."""


class DatasetBusy(DatasetError):
    """Another process is writing the dataset."""


class FindingsError(DhrGraphError):
    """A check ran and found violations."""


class ServiceMissing(DhrGraphError):
    """A service or an optional part that the call needs is not there."""

    exit_code = 3


class Neo4jError(ServiceMissing):
    """Neo4j can't be reached, refuses, or lacks what is asked."""
