"""
The adapter through which the corpus of hostile scripts runs.

``leak`` is handed in as it is, not as a host function whose arguments are copied: what a guest gets hold of must
reach the judge. Everything else is what a host would do.
"""

from rexec.guest.border.proxy import expose
from rexec.policy import Budget, Policy
from rexec.sandbox import Sandbox

GRANTED = Policy.load("default")


class Contained(Exception):
    """The guest was refused or stopped."""

    phase = "runtime"


class ContainedByName(Contained, NameError):
    """As above, for lack of a name: the corpus tells such cases apart."""


class ContainedByImport(Contained, ImportError):
    """As above, for lack of a module."""


def run(source, guest_globals):
    """Run one hostile script with everything that a host might hand to it."""
    policy = Policy(
        name="hostile",
        modules=GRANTED.modules,
        import_path=(guest_globals["OK_DIR"],),
        read_path=(guest_globals["OK_DIR"],),
        budget=Budget(output_bytes=1_000_000),
    )
    leak = guest_globals["leak"]

    def tell(value: object) -> None:
        leak(value)

    data = {name: value for name, value in guest_globals.items() if type(value) in (str, int)}
    thing = expose(guest_globals["host_obj"], read=("label", "title"), call=("greet",))
    with Sandbox(policy) as sandbox, sandbox.session(on_stdout=print_text) as session:
        session._environment.main["leak"] = tell
        result = session.run(
            source,
            filename="guest.py",
            inputs={**data, "host_obj": thing},
            functions={"host_echo": guest_globals["host_echo"]},
        )
    if result.outcome != "finished":
        raise contained(result.outcome, result.error)


def contained(outcome, error):
    """What the host sees of an ending: an exception of its own with plain text."""
    text = f"{outcome}: {error.type}: {error.message}"
    quoted = error.message.split("'")[1::2]
    if error.type == "NameError" and quoted:
        return ContainedByName(text, name=quoted[0])
    if error.rule == "import" and quoted:
        return ContainedByImport(text, name=quoted[0])
    made = Contained(text)
    made.phase = "compile" if outcome == "refused" else "runtime"
    return made


def print_text(text):
    """The guest's output, where the corpus looks for it."""
    print(text, end="")
