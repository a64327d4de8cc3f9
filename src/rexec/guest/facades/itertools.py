"""``itertools``: C iterators over the guest's own objects."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="itertools",
    way="table",
    source="itertools",
    shows=tuple(
        """
        accumulate chain combinations combinations_with_replacement compress count cycle dropwhile
        filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee
        zip_longest
        """.split()
    ),
    since={
        "3.12": tuple("batched".split()),
    },
)
