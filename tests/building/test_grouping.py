"""Which files make which review, and what it is called."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dhr_graph.building import group_files

Write = Callable[..., Path]


def _slugs(*paths: Path) -> dict[str, tuple[str, ...]]:
    return {review.slug: review.names for review in group_files(paths).reviews}


def test_a_review_is_called_after_its_file(write: Write) -> None:
    assert _slugs(write("Ash Tree (final).txt"), write("elm.md")) == {
        "Ash-Tree-final": ("Ash Tree (final).txt",),
        "elm": ("elm.md",),
    }


def test_two_files_of_one_name_are_told_apart_by_their_folders(write: Write) -> None:
    write("2019/ash/overview.txt"), write("2021/ash/overview.txt"), write("oak/overview.txt"), write("oak/other.txt")
    found = _slugs(write("elm.txt").parent)
    assert list(found) == ["2019-ash-overview", "2021-ash-overview", "elm", "oak-overview", "other"]


def test_two_files_of_one_stem_in_one_folder(write: Write) -> None:
    found = _slugs(write("ash.txt"), write("ash.md"))
    assert len(found) == 2
    assert sorted(names for names in found.values()) == [("ash.md",), ("ash.txt",)]


def test_slugs_that_differ_in_case_alone_are_told_apart(write: Write) -> None:
    assert len({slug.casefold() for slug in _slugs(write("a/Ash.txt"), write("b/ash.txt"))}) == 2


def test_no_review_takes_the_name_of_the_organisations(write: Write) -> None:
    assert list(_slugs(write("organisations.txt"))) == ["organisations-2"]


def test_the_order_of_paths_and_giving_one_twice_do_not_matter(write: Write) -> None:
    paths = [write(f"{folder}/{name}.txt") for folder in "abc" for name in ("ash", "elm", folder)]
    expected = group_files([paths[0].parents[1]]).reviews
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert group_files([*paths, paths[0].parent, paths[1]]).reviews == expected


TOML = """
[[review]]
slug = "ash-2019"
title = "The death of Ann"
files = ["overview.txt", "plans/actions.txt"]
"""
CSV = "slug,title,files\nash-2019,The death of Ann,overview.txt|plans/actions.txt\n"


@pytest.mark.parametrize(("name", "listing"), [("reviews.toml", TOML), ("reviews.csv", CSV)])
def test_a_listing_says_which_files_make_one_review(write: Write, name: str, listing: str) -> None:
    folder = write(name, listing).parent
    write("overview.txt"), write("plans/actions.txt"), write("elm.txt")
    grouped = group_files([folder])
    ash, elm = grouped.reviews
    assert (ash.slug, ash.title, ash.names) == ("ash-2019", "The death of Ann", ("overview.txt", "actions.txt"))
    assert (elm.slug, elm.title) == ("elm", None)
    assert not grouped.failures
    assert not grouped.left_out
    assert group_files([folder / "overview.txt"]).reviews == (ash,), "one file of a listed review brings the others"


def test_files_of_one_name_in_one_review_keep_their_folders(write: Write) -> None:
    folder = write("reviews.toml", '[[review]]\nslug = "ash"\nfiles = ["a/report.txt", "b/report.txt"]\n').parent
    write("a/report.txt"), write("b/report.txt")
    assert _slugs(folder) == {"ash": ("a/report.txt", "b/report.txt")}


@pytest.mark.parametrize(
    ("name", "listing", "complaint"),
    [
        ("reviews.toml", "[[review]\n", "does not follow its format"),
        ("reviews.toml", "[[review]]\nfiles = []\n", "at least one file"),
        ("reviews.toml", "[[review]]\nfiles = ['a.txt']\nchair = 'x'\n", "something other"),
        ("reviews.toml", "[[review]]\nfiles = ['a.txt']\ntitle = 3\n", "must be text"),
        ("reviews.toml", "reviews = 1\n", r"\[\[review\]\] tables"),
        ("reviews.csv", "slug;title;files\nash;;a.txt\n", "first line"),
        ("reviews.csv", b"slug,title,files\n\xff,,a.txt\n", "does not follow its format"),
    ],
)
def test_a_broken_listing_is_said_and_nothing_is_guessed(
    write: Write, name: str, listing: str | bytes, complaint: str
) -> None:
    folder = write(f"broken/{name}", listing).parent
    write("broken/a.txt"), write("sound/b.txt")
    grouped = group_files([folder.parent])
    assert [review.slug for review in grouped.reviews] == ["b"]
    with pytest.raises(AssertionError, match=complaint):
        raise AssertionError([failure.message for failure in grouped.failures])
    assert grouped.failures[0].where.endswith(name)


def test_paths_with_nothing_to_read_are_failures_beside_the_rest(write: Write, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    picture = write("pictures/tree.png", b"\x89PNG")
    grouped = group_files([tmp_path / "nowhere", tmp_path / "empty", picture.parent, write("ash.txt")])
    assert [review.slug for review in grouped.reviews] == ["ash"]
    assert sorted(Path(failure.where).name for failure in grouped.failures) == ["empty", "nowhere", "pictures"]


def test_files_that_no_reader_reads_are_left_out_with_the_reason(write: Write) -> None:
    write("ash.txt"), write("tree.png", b"\x89PNG")
    grouped = group_files([write(".hidden").parent])
    assert {Path(f.where).name: f.message for f in grouped.left_out} == {
        ".hidden": "hidden",
        "tree.png": "no reader for .png",
    }
