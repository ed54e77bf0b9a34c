"""YAML is read as the text that was written: nothing becomes a number, a date or a truth value by itself."""

import pytest

from regpol.law.yaml_text import DEEPEST, Mapping, Sequence, Text, read_text


def value_of(text: str) -> str:
    tree, problems = read_text(f"kunci: {text}", "a.yaml")
    assert not problems
    assert isinstance(tree, Mapping)
    node = tree.items["kunci"]
    assert isinstance(node, Text)
    return node.value


TRAPS = ["0317", "08", "NO", "on", "yes", "null", "~", "1e3", "1_000", "1.10", "12:30:45", "2024-13-01", "2024-04-25"]
TRAPS += ["0317010101900001", "52.10", "5271", "0x1F", ".inf", "Rp6.800", "=", "true"]


@pytest.mark.parametrize("text", TRAPS)
def test_what_yaml_would_turn_into_something_else_stays_text(text: str) -> None:
    assert value_of(text) == text


def test_keys_stay_text_too() -> None:
    tree, _ = read_text("on: 1\nno: 2\n0317: 3", "a.yaml")
    assert isinstance(tree, Mapping)
    assert list(tree.items) == ["on", "no", "0317"]


def test_line_and_column_of_every_scalar_and_key() -> None:
    tree, _ = read_text("satu: a\ndua:\n  - b\n  - {tiga: 'c'}\n", "a.yaml")
    assert isinstance(tree, Mapping)
    below = tree.items["dua"]
    assert isinstance(below, Sequence)
    inner = below.items[1]
    assert isinstance(inner, Mapping)
    places = [tree.items["satu"].place, tree.keys["dua"], below.items[0].place, inner.keys["tiga"]]
    assert [str(place) for place in [*places, inner.items["tiga"].place]] == [
        "a.yaml:1:7",
        "a.yaml:2:1",
        "a.yaml:3:5",
        "a.yaml:4:6",
        "a.yaml:4:12",
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("a: &x 1", "LAW13", 1, "jangkar &x"),
        ("a: *x", "LAW13", 1, "alias *x"),
        ("a: {<<: {b: 1}}", "LAW13", 1, "kunci gabung <<"),
        ("a: !!int 3", "LAW13", 1, "tag"),
        ("a: !=5", "LAW13", 1, "tag !=5"),
        ("a: 1\n---\nb: 2", "LAW13", 2, "dokumen kedua"),
        ("a: 1\nb: 2\na: 3", "LAW02", 3, "baris 1"),
        ("? [a]\n: 1", "LAW07", 1, "kelompok sebagai kunci"),
        ("a: >=65", "LAW01", 1, "tanpa tanda kutip"),
        ("a: @x", "LAW01", 1, "tidak dapat mengawali"),
        ("a: %24", "LAW01", 1, "tidak dapat mengawali"),
        ("a: b: c", "LAW01", 1, "titik dua"),
        ("a: 'b", "LAW01", 1, "tidak ditutup"),
        ("a:\n\t- b", "LAW01", 2, "tanda yang tidak dapat mengawali teks"),
        ("a: 1\nb: x\x07y", "LAW01", 2, "#x07"),
    ],
)
def test_what_is_refused_is_told_in_words(text: str, code: str, line: int, words: str) -> None:
    tree, problems = read_text(text, "a.yaml")
    assert tree is None
    assert (problems[0].code, problems[0].place.line) == (code, line)
    assert words in str(problems[0])


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_deep_nesting_ends_in_a_message(opening: str) -> None:
    """libyaml's own composer dies of 30,000 brackets with a segmentation fault."""
    tree, problems = read_text(opening * 30_000, "a.yaml")
    assert tree is None
    assert f"lebih dalam dari {DEEPEST}" in str(problems[0])


def test_billion_laughs_ends_in_a_message() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    tree, problems = read_text("\n".join(lines), "a.yaml")
    assert tree is None
    assert {problem.code for problem in problems} == {"LAW13"}


def test_a_file_from_windows_is_read(tmp_path) -> None:
    from regpol.law.yaml_text import read_file

    (tmp_path / "a.yaml").write_bytes("\ufeffa: 1\r\nb: dua\r\n".encode())
    tree, problems = read_file(tmp_path / "a.yaml", "a.yaml")
    assert not problems
    assert isinstance(tree, Mapping)
    assert [str(tree.keys[name]) for name in ("a", "b")] == ["a.yaml:1:1", "a.yaml:2:1"]
