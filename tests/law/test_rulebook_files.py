"""The shipped files against their printed schemas, the kept rulebook, and the promise that nothing crashes it."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
import yaml
from bad_rulebook import BAD, SOUND, problems_in
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from legal_cases import CASES, RULES, rulebook
from regpol.law import compiled
from regpol.law.files import fingerprint
from regpol.law.format import SCHEMAS
from regpol.law.load import load
from regpol.reports.schemas import documents

SHIPPED = sorted([*RULES.rglob("*.yaml"), *CASES.glob("*.yaml")])


def schema_of(path: Path) -> str:
    if path.parent.name in {"peraturan", "bad"}:
        return "peraturan"
    if path.parent.name == "teknik":
        return "teknik"
    return "kasus" if path.parent == CASES else path.stem.replace("-", "_")


def errors(path: Path) -> list[str]:
    tree = yaml.load(path.read_bytes(), yaml.BaseLoader)
    validator = Draft202012Validator(documents()[schema_of(path)])
    return [f"{error.json_path}: {error.message[:80]}" for error in validator.iter_errors(tree)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_fit_the_schema_an_editor_uses(path: Path) -> None:
    assert errors(path) == []


@pytest.mark.parametrize("name", ["salah-eja", "tanpa-bukti", "bukti-tak-dikenal", "daftar-kosong", "jatuh-keluar"])
def test_an_editor_marks_a_mistake_as_it_is_typed(name: str) -> None:
    assert errors(BAD / f"{name}.yaml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_file_names_its_schema(path: Path) -> None:
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    assert named, "first line"
    assert (path.parent / named[1]).resolve() == RULES / "skema" / f"{schema_of(path)}.json"


@pytest.mark.parametrize("name", sorted(documents()))
def test_printed_schemas_are_up_to_date(name: str) -> None:
    """``regpol schema --write rules/skema`` prints them anew."""
    kept = json.loads((RULES / "skema" / f"{name}.json").read_text(encoding="utf-8"))
    assert kept == documents()[name]
    Draft202012Validator.check_schema(kept)


def test_every_rule_knows_where_it_stands() -> None:
    for rule in rulebook().rules:
        lines = (RULES.parent / rule.place.file).read_text(encoding="utf-8").splitlines()
        written = lines[rule.place.line - 1][rule.place.column - 1 :]
        assert written == f"nama: {rule.id.partition('/')[2]}"


def test_every_file_of_the_rulebook_has_a_shape() -> None:
    # the rules of drafting technique lie beside the law and are read by the drafting lint
    assert {schema_of(path) for path in SHIPPED} == {*SCHEMAS, "teknik"}


def test_the_kept_rulebook_is_the_same(tmp_path: Path) -> None:
    compiled.write(tmp_path / "kept", rulebook())
    assert compiled.read(tmp_path / "kept", rulebook().hash) == rulebook()
    assert compiled.read(tmp_path / "kept", "another") is None
    assert [path.suffix for path in (tmp_path / "kept").iterdir()] == [".pickle"]


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x05K\x01.", b"cos\nsystem\n."])
def test_a_kept_file_that_is_no_rulebook_is_ignored(content: bytes, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / compiled.kept_name("x")).write_bytes(content)
    assert compiled.read(tmp_path, "x") is None


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722])
def test_a_kept_file_others_could_have_written_is_ignored(mode: int, tmp_path: Path) -> None:
    compiled.write(tmp_path / "kept", rulebook())
    (tmp_path / "kept").chmod(mode)
    assert compiled.read(tmp_path / "kept", rulebook().hash) is None


def test_a_kept_file_of_someone_else_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.write(tmp_path / "kept", rulebook())
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert compiled.read(tmp_path / "kept", rulebook().hash) is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    compiled.write(tmp_path / "file", rulebook())
    assert compiled.read(tmp_path / "file", rulebook().hash) is None


def test_the_identity_changes_with_every_file(tmp_path: Path) -> None:
    regional = tmp_path / "daerah"
    shutil.copytree(SOUND, tmp_path / "rules")
    regional.mkdir()
    found = {fingerprint(tmp_path / "rules", (regional,))}
    changed = [*sorted((tmp_path / "rules").rglob("*.yaml")), regional / "sumber.yaml", regional / "perda.yaml"]
    for path in changed:
        with path.open("a", encoding="utf-8") as file:
            file.write("# x\n")
        found.add(fingerprint(tmp_path / "rules", (regional,)))
    assert len(found) == len(changed) + 1


FILES = {path.relative_to(SOUND): path.read_text(encoding="utf-8") for path in sorted(SOUND.rglob("*.yaml"))}
NASTY = ["[]", "{}", '""', "~", "0", "-1", "0317", "[a]", "{a: b}", "{bukan: 65}", "[[a]]", "9" * 5000, "0000"]
NASTY += ["0001-01-01", "9999-12-31", "2024", "NO", "Rp1", "99999999999 %", "nasional", "&a b", "*a", "!x y", "|", "٣"]
NASTY += ["\x00", "5 sampai 3", "{sejak: 2024}", "wajib", "jkk", "pekerja", "uu-1-2020/semua-peserta", "- a", "'a", ":"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("rules") / "rules"))


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_whatever_is_written_is_loaded_or_refused(copy: Path, name: Path, data: st.DataObject) -> None:
    """A crash would tell the author nothing."""
    lines = FILES[name].split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    kind = data.draw(st.sampled_from(["value", "value", "value", "drop", "repeat", "indent"]))
    if kind == "value":
        values = list(re.finditer(r"(?<=: )(\[[^\]]*\]|\{[^}]*\}|\"[^\"]*\"|[^,{}\[\]\"]+)", lines[at]))
        if values:
            value = data.draw(st.sampled_from(values))
            lines[at] = lines[at][: value.start()] + data.draw(st.sampled_from(NASTY)) + lines[at][value.end() :]
    elif kind == "drop":
        del lines[at]
    elif kind == "repeat":
        lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines[at])
    else:
        lines[at] = " " * data.draw(st.integers(0, 6)) + lines[at].lstrip()
    path = copy / name
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        told = [str(problem) for problem in problems_in(copy)]
    finally:
        path.write_text(FILES[name], encoding="utf-8")
    assert all("rules/" in text for text in told)


def test_the_shipped_rulebook_is_what_its_folder_says() -> None:
    assert load(RULES) == rulebook()
    assert rulebook().hash == fingerprint(RULES)
