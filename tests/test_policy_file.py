"""Policies as files: what default.toml means, and one line with a place for everything that is wrong."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rexec.policy_file
from rexec.errors import PolicyError
from rexec.policy import Budget, Modules, Policy
from rexec.policy_file import load, loads, shipped
from rexec.policy_text import find_places

DEFAULT = Path(__file__).parent.parent / "policies" / "default.toml"
KNOWN = {"math": {"sqrt", "floor"}, "sys": {"version", "argv"}, "os.path": {"join"}}


def refusal(text: str, **options: object) -> str:
    """The message about a text that is no policy: one printable line that begins with a place."""
    with pytest.raises(PolicyError) as caught:
        loads(text, filename="p.toml", **options)  # type: ignore[arg-type]  # passed through
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 500
    assert re.match(r"p\.toml:\d+: .* \(.*\)$", message), message
    return message


# ----------------------------------------------------------------------------------------------------
# What is accepted.


def test_default_policy_survives_the_round_trip() -> None:
    policy = load("default")
    tree = tomllib.loads(DEFAULT.read_text())
    assert {
        "name": policy.name,
        "description": policy.description,
        "builtins": {"deny": sorted(policy.deny_builtins)},
        "modules": {n: s if s is True else list(s) for n, s in policy.modules.items()},
        "paths": {
            "import": list(policy.import_path),
            "file_types": list(policy.file_types),
            "read": list(policy.read_path),
        },
        "budget": {"output_bytes": policy.budget.output_bytes},
    } == tree


def test_name_path_and_text_of_the_same_policy_are_equal() -> None:
    policy = load("default")
    assert load(str(DEFAULT)) == policy
    assert load(DEFAULT) == policy
    assert loads(DEFAULT.read_text()) == policy
    assert Policy.load("default") == policy
    assert Policy.loads(DEFAULT.read_text()) == policy


def test_default_is_shipped() -> None:
    assert "default" in shipped()


def test_every_shipped_policy_loads_and_bears_its_name() -> None:
    assert [load(name).name for name in shipped()] == list(shipped())


def test_policies_are_found_inside_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "rexec"
    (package / "policies").mkdir(parents=True)
    (package / "policies" / "own.toml").write_text('name = "own"')
    monkeypatch.setattr(rexec.policy_file, "__file__", str(package / "policy_file.py"))
    assert shipped() == ("own",)
    assert load("own").name == "own"


def test_empty_text_grants_nothing() -> None:
    assert loads("") == Policy(name="<policy>")


def test_file_without_a_name_is_called_after_itself(tmp_path: Path) -> None:
    (tmp_path / "tiny.toml").write_text("")
    assert load(str(tmp_path / "tiny.toml")).name == "tiny"


def test_every_field_of_the_budget_can_be_set() -> None:
    keys = list(Budget.__dataclass_fields__)
    text = "[budget]\n" + "".join(f"{key} = {number}\n" for number, key in enumerate(keys))
    assert loads(text).budget == Budget(*range(len(keys)))


def test_tables_may_be_written_inline_or_dotted() -> None:
    policy = loads('modules = {math = true}\nbudget.nodes = 7\nbuiltins.deny = ["open"]')
    assert policy.modules == Modules({"math": True})
    assert policy.budget.nodes == 7
    assert policy.deny_builtins == {"open"}


def test_relative_directories_count_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "p.toml").write_text(f'[paths]\nimport = ["./plugins"]\nread = [".", "{tmp_path}/plugins"]')
    policy = load(str(tmp_path / "p.toml"))
    assert policy.import_path == (str(tmp_path / "plugins"),)
    assert policy.read_path == (str(tmp_path), str(tmp_path / "plugins"))


def test_relative_directories_of_a_text_count_from_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    assert loads('[paths]\nread = ["data"]').read_path == (str(tmp_path / "data"),)


def test_symbolic_links_are_settled_when_the_policy_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "p.toml").write_text('[paths]\nread = ["link"]')
    assert load(str(tmp_path / "p.toml")).read_path == (str(tmp_path / "real"),)


def test_known_modules_and_names_are_accepted() -> None:
    policy = loads('[modules]\nmath = true\nsys = ["argv"]\n"os.path" = []', known_modules=KNOWN)
    assert dict(policy.modules) == {"math": True, "sys": ("argv",), "os.path": ()}


# ----------------------------------------------------------------------------------------------------
# What is not: text, expected message.

WRONG = {
    # keys
    'nam = "x"': "p.toml:1: nam: unknown key (did you mean name?)",
    "\n[budgets]": "p.toml:2: budgets: unknown key (did you mean budget?)",
    "[[expect]]": "p.toml:1: expect: unknown key (known are ",
    "[budget]\nnodes = 1\n\noutput_byte = 1": "p.toml:4: budget.output_byte: unknown key (did you mean",
    "budget.node = 1": "p.toml:1: budget.node: unknown key (did you mean nodes?)",
    "budget = {node = 1}": "p.toml:1: budget.node: unknown key (did you mean nodes?)",
    '[budget]\n"out\\nput" = 1': 'p.toml:2: budget."out\\nput": unknown key',
    "[builtins]\nallow = []": "p.toml:2: builtins.allow: unknown key (known are deny)",
    "[paths]\nwrite = []": "p.toml:2: paths.write: unknown key",
    "[paths.import]": "p.toml:1: paths.import: an array is wanted, not a table",
    '"" = 1': 'p.toml:1: "": unknown key',
    "name.x = 1": "p.toml:1: name: a string is wanted, not a table",
    # what this version cannot enforce
    "[budget]\nfuel = 1": "p.toml:2: budget.fuel: this version of rexec does not count fuel, so it cannot",
    "[worker]\nwall_seconds = 1": "p.toml:1: worker: this version of rexec has no worker process, so it",
    "worker.minimum = []": "p.toml:1: worker: this version of rexec has no worker process, so it",
    # types
    "name = 1": "p.toml:1: name: a string is wanted, not an integer",
    "description = 2020-01-01": "p.toml:1: description: a string is wanted, not a date or a time",
    "builtins = []": "p.toml:1: builtins: a table is wanted, not an array (write [builtins])",
    "[[modules]]": "p.toml:1: modules: a table is wanted, not an array (write [modules])",
    "modules = true": "p.toml:1: modules: a table is wanted, not a boolean",
    "budget = 1": "p.toml:1: budget: a table is wanted, not an integer",
    '[builtins]\ndeny = "open"': "p.toml:2: builtins.deny: an array is wanted, not a string",
    '[builtins]\ndeny = ["open",\n\n1]': "p.toml:4: builtins.deny[1]: a string is wanted, not an integer",
    "[budget]\nnodes = true": "p.toml:2: budget.nodes: an integer is wanted, not a boolean",
    "[budget]\nnodes = 1e3": "p.toml:2: budget.nodes: an integer is wanted, not a float",
    '[budget]\nnodes = "1"': "p.toml:2: budget.nodes: an integer is wanted, not a string",
    "[budget]\nnodes = nan": "p.toml:2: budget.nodes: an integer is wanted, not a float",
    "[budget]\nnodes = -1": "p.toml:2: budget.nodes: out of range (it can be 0 to ",
    "[budget]\nnodes = 9223372036854775808": "p.toml:2: budget.nodes: out of range",
    # builtins and modules
    '[builtins]\ndeny = ["opne"]': 'p.toml:2: builtins.deny[0]: "opne" is no builtin (did you mean open?)',
    "[modules]\nmath = false": "p.toml:2: modules.math: false (take the line out: what is not named is",
    "[modules]\nmath = 1": "p.toml:2: modules.math: true or an array of names is wanted, not an integer",
    '[modules]\nmath = "sqrt"': "p.toml:2: modules.math: true or an array of names is wanted, not a string",
    '[modules]\nmath = ["sqrt", ["x"]]': "p.toml:2: modules.math[1]: a string is wanted, not an array",
    '[modules]\nsys = [\n  "a",  # ], "b"\n  "b c",\n]': 'p.toml:4: modules.sys[1]: "b c" is not a name',
    "[modules]\na.b = 1": 'p.toml:2: modules.a: a table (a module name with a dot is quoted: "a.b" = true)',
    '[modules]\n"os path" = true': 'p.toml:2: modules."os path": not the name of a module',
    '[modules]\n"a..b" = true': 'p.toml:2: modules."a..b": not the name of a module',
    '[modules]\n"" = true': 'p.toml:2: modules."": not the name of a module',
    "[modules.math]": "p.toml:1: modules.math: a table",
    # paths
    '[paths]\nread = ["/", "nowhere"]': 'p.toml:2: paths.read[1]: "nowhere": no such file or directory (name',
    '[paths]\nimport = [""]': 'p.toml:2: paths.import[0]: "": not a directory',
    '[paths]\nimport = ["\\u0000"]': 'p.toml:2: paths.import[0]: "\\x00": not a path',
    '[paths]\nread = "/"': "p.toml:2: paths.read: an array is wanted, not a string",
    '[paths]\nfile_types = ["sources"]': 'p.toml:2: paths.file_types[0]: "sources" is no type of file (did',
    # the grammar
    "name": "p.toml:1: ",
    "name = ": "p.toml:1: name: ",
    'name = "x" y': "p.toml:1: name: ",
    'name = "a\nb"': "p.toml:1: name: ",
    "\n\nname = 'x": "p.toml:3: name: ",
    "[modules": "p.toml:1: ",
    "= 1": "p.toml:1: ",
    "]": "p.toml:1: ",
    'name = "x"\n[modules]\nmath = [\n"a",\n\n': "p.toml:3: modules.math: ",
    'name = "\0"': "p.toml:1: name: illegal character",
    "\ufeffname = 'x'": "p.toml:1: ",
    "x = " + "[" * 5000: "p.toml:1: x: brackets are nested too deeply",
    "x = 1\ny = " + "1" * 5000: "p.toml:2: y: an integer of too many digits",
    # written twice
    'name = "a"\n\nname = "b"': "p.toml:3: name: written twice, first on line 1 (keep one of the two)",
    "[budget]\nnodes = 1\nnodes = 2": "p.toml:3: budget.nodes: written twice, first on line 2",
    "[modules]\nsys = []\nsys = [\n'a'\n]": "p.toml:3: modules.sys: written twice, first on line 2",
    "[modules]\n[budget]\n[modules]": "p.toml:3: modules: written twice, first on line 1",
    "modules = {}\n[modules]": "p.toml:2: modules: written twice, first on line 1",
    "[modules]\n'math' = true\nmath = true": "p.toml:3: modules.math: written twice, first on line 2",
    "name.x = 1\nname = 2\n": "p.toml:2: name: cannot overwrite a value",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_wrong_text_is_one_line_with_its_place(text: str, message: str) -> None:
    assert refusal(text).startswith(message)


def test_windows_line_ends_count_as_lines() -> None:
    assert refusal('name = "x"\r\n\r\nnam = 1\r\n').startswith("p.toml:3: nam: ")


def test_lines_in_texts_and_comments_are_no_keys() -> None:
    text = 'description = """\n[budget]\nnodes = "no"\\\\"""\n# nodes = 1\n[budget]\nnodes = "yes"'
    assert refusal(text).startswith("p.toml:6: budget.nodes: ")


def test_long_key_is_cut() -> None:
    assert refusal("a" * 10_000 + " = 1").startswith("p.toml:1: " + "a" * 60 + ": unknown key")


def test_text_of_many_dots_is_refused_before_it_is_parsed() -> None:
    assert refusal("x." * 400_000 + "x = 1").startswith("p.toml:1: more than 5000 dots")


def test_unknown_module_names_the_nearest() -> None:
    message = refusal("[modules]\nmaths = true", known_modules=KNOWN)
    assert message == "p.toml:2: modules.maths: rexec has no module of this name (did you mean math?)"


def test_unknown_name_of_a_module_names_the_nearest() -> None:
    message = refusal('[modules]\nmath = true\nsys = [\n  "argv",\n  "verison"]', known_modules=KNOWN)
    assert message == ('p.toml:5: modules.sys[1]: rexec does not show "verison" of this module (did you mean version?)')


def test_lone_surrogate_is_not_utf8() -> None:
    assert refusal('name = "x"\ndescription = "\ud800"').startswith("p.toml:2: byte 0xed is not UTF-8")


# ----------------------------------------------------------------------------------------------------
# Files.


def file_refusal(path: object) -> str:
    with pytest.raises(PolicyError) as caught:
        load(str(path))
    message = str(caught.value)
    assert message.isprintable()
    return message


def test_unknown_name_lists_those_that_are_shipped() -> None:
    message = file_refusal("defautl")
    assert message.startswith("defautl: no such policy (")
    assert "default" in message


@pytest.mark.parametrize("name", ["", ".", "..", "de\0fault", "default\n"])
def test_odd_names_are_no_policies(name: str) -> None:
    assert "no such policy" in file_refusal(name)


def test_missing_file_says_so() -> None:
    assert file_refusal("./nowhere.toml").startswith("./nowhere.toml: no such file or directory (give a path")


def test_path_with_nul_is_no_path() -> None:
    assert file_refusal("a\0.toml").startswith("a\\x00.toml: not a path (")


def test_directory_is_no_policy(tmp_path: Path) -> None:
    assert file_refusal(tmp_path).startswith(f"{tmp_path}: is a directory (")


def test_unreadable_file_says_why(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.touch(mode=0)
    if os.access(path, os.R_OK):  # the superuser may read everything but this
        path = Path("/proc/self/mem")
    assert re.match(rf"{path}: (permission denied|input/output error) \(", file_refusal(path))


def test_file_that_is_not_utf8_says_which_line(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(b'name = "x"\n# caf\xe9\n')
    assert file_refusal(path) == f"{path}:2: byte 0xe9 is not UTF-8 (save the file as UTF-8)"


def test_binary_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(bytes(range(256)))
    assert file_refusal(path).startswith(f"{path}:2: byte 0x80 is not UTF-8")


def test_huge_file_is_refused_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert file_refusal(path).startswith(f"{path}:1: more than 1000000 bytes (")


def test_missing_directory_names_the_file_and_the_key(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text('[paths]\nimport = ["gone"]\n')
    assert file_refusal(path).startswith(f'{path}:2: paths.import[0]: "gone": no such file or directory (')


def test_file_is_not_a_directory(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text('[paths]\nread = ["p.toml"]\n')
    assert file_refusal(path).startswith(f'{path}:2: paths.read[0]: "p.toml": not a directory (')


# ----------------------------------------------------------------------------------------------------
# The scanner.


def test_scanner_finds_what_the_parser_finds() -> None:
    text = DEFAULT.read_text()
    lines = text.splitlines()
    places = dict(find_places(text))
    for table, value in tomllib.loads(text).items():
        assert (table,) in places
        for key in value if isinstance(value, dict) else ():
            assert key in lines[places[table, key] - 1]
            for index, item in enumerate(value[key] if isinstance(value[key], list) else ()):
                assert f'"{item}"' in lines[places[table, key, index] - 1]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a.'b'.\"c\" = 1", [(("a", "b", "c"), 1)]),
        ("[a . b]\nc=1", [(("a", "b"), 1), (("a", "b", "c"), 2)]),
        ("[[a]]\n[[a]]", [(("a",), 1), (("a",), 2)]),
        ('"a\\u0062" = 1', [(("ab",), 1)]),
        ("a = '''\nb = 1'''\nc = 1", [(("a",), 1), (("c",), 3)]),
        ('a = """x""""\nc = 1', [(("a",), 1), (("c",), 2)]),
        ('a = "#"\nc = "\\""\nd = 1', [(("a",), 1), (("c",), 2), (("d",), 3)]),
        ("a = [[1,\n2],\n3]", [(("a",), 1), (("a", 0), 1), (("a", 1), 3)]),
        ("a = {b = [1,\n2]}\nc = 1", [(("a",), 1), (("c",), 3)]),
        ("a = []\nb = 1", [(("a",), 1), (("b",), 2)]),
    ],
)
def test_scanner_understands(text: str, places: list[tuple[tuple[str | int, ...], int]]) -> None:
    tomllib.loads(text)
    assert find_places(text) == places


@given(st.text(alphabet="[]{}.,=#\"'\\\n ab1-_", max_size=40))
def test_any_text_is_a_policy_or_one_line(text: str) -> None:
    try:
        loads(text, filename="p.toml")
    except PolicyError as error:
        assert str(error).isprintable()
        assert str(error).startswith("p.toml:")


@given(st.data())
def test_any_damage_to_the_default_policy_is_a_policy_or_one_line(data: st.DataObject) -> None:
    text = DEFAULT.read_text()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    damaged = text[:start] + data.draw(st.text(max_size=5)) + text[end:]
    try:
        loads(damaged, filename="p.toml")
    except PolicyError as error:
        assert str(error).isprintable()
        assert str(error).startswith("p.toml:")
