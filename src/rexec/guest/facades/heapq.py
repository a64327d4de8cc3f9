"""``heapq``: heaps in the guest's own lists."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="heapq",
    way="copy",
    source="heapq",
    shows=tuple(
        """
        heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest
        """.split()
    ),
)
