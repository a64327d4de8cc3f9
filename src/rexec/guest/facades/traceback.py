"""``traceback``: the guest's own frames and lines, as CPython prints them; those of libraries are left out."""

from __future__ import annotations

from rexec.guest.recipe import Recipe

RECIPE = Recipe(
    name="traceback",
    way="copy",
    source="traceback",
    shows=tuple(
        """
        FrameSummary StackSummary TracebackException clear_frames extract_stack extract_tb format_exc format_exception
        format_exception_only format_list format_stack format_tb print_exc print_exception print_last print_list
        print_stack print_tb walk_stack walk_tb
        """.split()
    ),
    omits={
        "ANSIColors": "imported by the module for itself",
        "BUILTIN_EXCEPTION_LIMIT": "a sentinel of the module's own",
        "collections": "imported by the module for itself",
        "itertools": "imported by the module for itself",
        "linecache": "imported by the module for itself",
        "suppress": "imported by the module for itself",
        "sys": "imported by the module for itself",
        "textwrap": "imported by the module for itself",
        "warnings": "imported by the module for itself",
    },
)
