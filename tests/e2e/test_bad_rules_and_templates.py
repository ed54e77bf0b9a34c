"""Rules and templates that someone edited: every mistake is told with the line it stands on, and nothing is written."""

import shutil
from pathlib import Path

import pytest
from regpol_command import ROOT, Regpol

QUESTION = ("--category", "ketua_rt", "--region", "52.71", "--year", "2025")


def edit(path: Path, old: str, new: str) -> int:
    """Replaces the first such words in a file; the line they stand on."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "rules", tmp_path / "rules")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "templates", tmp_path / "templates")


def test_mistakes_in_three_rule_files_are_told_at_once(regpol: Regpol, rules: Path) -> None:
    law = rules / "peraturan"
    quote = edit(law / "uu-24-2011.yaml", "isi: ", 'isi: "')
    key = edit(law / "permendagri-15-2024.yaml", "inti: ", "intti: ")
    source = edit(law / "inpres-2-2021.yaml", "sumber: [", "sumber: [tidak_ada_sumbernya, ")
    expected = {
        ("LAW01", "rules/peraturan/uu-24-2011.yaml"),
        ("LAW03", f"rules/peraturan/permendagri-15-2024.yaml:{key}"),
        ("LAW06", f"rules/peraturan/inpres-2-2021.yaml:{source}"),
    }
    for verb in (("check", *QUESTION, "--json"), ("law", "check")):
        run = regpol(*verb, "--rules", rules).refused()
        told = {(m["code"], m["where"]) for m in run.messages}
        for code, where in expected:
            assert any(c == code and w.startswith(where) for c, w in told), (code, where, run.err)
        broken = next(m["where"] for m in run.messages if m["code"] == "LAW01")
        assert int(broken.split(":")[1]) >= quote
        assert "maksudnya “inti”" in run.err
    assert regpol("check", *QUESTION).done()


def test_a_sound_copy_answers_alike(regpol: Regpol, rules: Path) -> None:
    line = ("check", *QUESTION, "--json")
    assert regpol(*line, "--rules", rules).done().out == regpol(*line).done().out


def test_a_changed_rule_changes_the_answer_at_once(regpol: Regpol, rules: Path) -> None:
    line = ("check", *QUESTION, "--policy", ROOT / "examples" / "mataram" / "project.yaml", "--json", "--rules", rules)
    before = regpol(*line).done().json["rulebook"]["hash"]
    edit(rules / "upah-minimum.yaml", "Rp2.859.620", "Rp2.859.621")
    assert regpol(*line).done().json["rulebook"]["hash"] != before


def test_a_rules_folder_without_rules(regpol: Regpol, tmp_path: Path) -> None:
    run = regpol("check", *QUESTION, "--rules", tmp_path).refused()
    assert set(run.codes) == {"LAW15"}


TEMPLATES = {
    "an undefined name": ("DOC01", "{{ brief.region.nama }}", "“name”"),
    "a misspelt brief": ("DOC01", "{{ breif.about }}", "“brief”"),
    "a dangling reference": ("DOC03", "Sebagaimana dimaksud ~@tidak_ada.", "tidak_ada"),
    "syntax": ("DOC02", "{% if brief.about }", ""),
}


@pytest.mark.parametrize("case", TEMPLATES)
def test_a_mistake_in_a_template_is_told_with_its_line(
    regpol: Regpol, mataram: Path, templates: Path, tmp_path: Path, case: str
) -> None:
    code, mistake, words = TEMPLATES[case]
    reference = "sebagaimana dimaksud ~@"
    line = edit(templates / "perkada.naskah.j2", reference, f"{mistake} {reference}")
    output = tmp_path / "rancangan.pdf"
    output.write_text("isi lama", encoding="utf-8")
    asked = ("draft", "perwali", "--project", mataram, "--templates", templates, "-o", output)
    (message, *_) = regpol(*asked).refused().messages
    assert message["code"] == code
    assert f"{message['where']}:".startswith(f"{templates / 'perkada.naskah.j2'}:{line}:")
    assert words in " ".join(filter(None, message.values()))
    assert output.read_text(encoding="utf-8") == "isi lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rancangan.pdf", "templates"]


@pytest.mark.parametrize("missing", ["", "rumusan.yaml"])
def test_a_templates_folder_that_lacks_something(
    regpol: Regpol, mataram: Path, templates: Path, tmp_path: Path, missing: str
) -> None:
    path = templates / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    asked = ("draft", "perwali", "--project", mataram, "--templates", templates, "-o", tmp_path / "rancangan.txt")
    regpol(*asked).refused()
    assert not (tmp_path / "rancangan.txt").exists()
