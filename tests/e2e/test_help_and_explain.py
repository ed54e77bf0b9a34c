"""Help in Indonesian for every verb and option, and a page for every problem code."""

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from regpol_command import Regpol
from typer.main import get_command

from regpol.commands.examples import EXAMPLES
from regpol.commands.main import app, main
from regpol.terms.problems import catalogue

ENGLISH = re.compile(r"\b(Usage|Options?|Commands?|Arguments?|Show|this|message|exit|required|default|the|and|is|of)\b")
ENTRY = re.compile(r"^  (?=\S)", re.MULTILINE)
SECTIONS = ("Isian", "Pilihan", "Perintah")
HEADINGS = ("Yang diperiksa", "Mengapa", "Contoh", "Sebaiknya")
VERBS = {
    "check": {"--category", "--region", "--year", "--date", "--fact", "--policy", "--assume", "--json", "--rules"},
    "why": {"--programme", "--fund", "--segment", "--membership"},
    "matrix": {"--region", "--year", "--format", "--json", "-o", "--category", "--programme", "--fund", "--assume"},
    "diff": {"--from", "--to", "--region", "--category", "--year", "--json", "--rules"},
    "benefits": {"--category", "--region", "--year", "--date", "--event", "--programme", "--months-paid", "--base"},
    "draft": {"--project", "-o", "--unit", "--terhadap", "--clean", "--date", "--list", "--templates"},
    "packet": {"--project", "-o", "--only", "--dry-run", "--publik", "--clean", "--timpa", "--proses", "--date"},
    "region": {"--json", "--rules", "--regional"},
    "register inspect": {
        "--project",
        "--json",
        "--sheet",
        "--date",
        "-o",
        "--show-personal",
        "--mapping",
        "--write-mapping",
    },
    "register decide": {"-o", "--project", "--show-personal", "--sheet", "--date", "--mapping"},
    "register validate": {
        "--answer",
        "--answer-mapping",
        "--save-answer-mapping",
        "--mapping",
        "--project",
        "-o",
        "--show-personal",
        "--json",
    },
    "register changes": {"--project", "--date", "--mapping", "-o", "--show-personal", "--json"},
    "register clean": {"-o", "--project", "--region", "--year", "--date"},
    "register return split": {"-o", "--sk", "--project", "--region", "--year", "--date"},
    "register return status": {"--json"},
    "register return merge": {"-o"},
    "register reconcile": {
        "--sk",
        "--project",
        "--region",
        "--year",
        "--date",
        "-o",
        "--masked",
        "--json",
        "--mapping",
    },
    "law check": {"--region", "--rules", "--regional", "--confirm", "--fresh", "--json"},
    "law show": {"--project", "--json", "--rules", "--regional"},
    "law list": {"--question", "--category", "--evidence", "--unread", "--work", "--format", "--json", "--project"},
    "law coverage": {"--full", "--json"},
    "law sign": {"--text", "--by", "--project", "--date"},
    "law pages": {"--write"},
    "budget rencana": {
        *("--project", "-o", "--output", "--date", "--sheet", "--json"),
        *("--scenario", "--assume", "--assume-growth"),
    },
    "budget gap": {"--project", "-o", "--output", "--category", "--order", "--date", "--sheet", "--json"},
    "budget compare": {"-o", "--output", "--json"},
    "budget calendar": {"--region", "--year", "--date", "--project", "--track", "-o", "--output", "--json"},
    "budget realisation": {"--plan", "--mapping", "--project", "--through", "-o", "--json"},
    "explain": set(),
    "schema": {"--write"},
    "init": {"--region", "--year", "--register", "--category", "--yes"},
    "lint": {"--json", "-o", "--form", "--rule"},
    "redline": {"-o", "--json"},
    "status": {"--project"},
    "verify": {"--project", "--ulang", "--json"},
}


def sections(page: str) -> dict[str, list[tuple[str, str]]]:
    """Of each section its entries: the name of a verb or option, and what is said of it."""
    found = {}
    for section in SECTIONS:
        _, heading, rest = page.partition(f"\n{section}:\n")
        if heading:
            entries = ENTRY.split(rest.split("\n\n")[0])[1:]
            parts = (re.split(r"\s{2,}", entry, maxsplit=1) for entry in entries)
            found[section] = [(part[0], " ".join(" ".join(part[1:]).split())) for part in parts]
    return found


def verbs(*group: str) -> Iterator[tuple[str, str]]:
    """Every verb with its page, from what the pages themselves list."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        assert main([*group, "--help"]) == 0
    page = printed.getvalue()
    yield " ".join(group), page
    for name, _ in sections(page).get("Perintah", []):
        yield from verbs(*group, name)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return dict(verbs())


def test_every_verb_of_the_contract_is_listed(pages: dict[str, str]) -> None:
    assert set(pages) == {*VERBS, "", "law", "register", "register return", "budget"}


def test_every_page_is_indonesian_and_says_what_each_option_means(pages: dict[str, str]) -> None:
    for verb, page in pages.items():
        assert page.startswith(f"Pemakaian: regpol {verb}".rstrip())
        assert not ENGLISH.search(re.sub(r"<\w+>|--[\w-]+", "", page)), (verb, page)
        for section, entries in sections(page).items():
            for name, meaning in entries:
                assert len(meaning) > 10, (verb, section, name)
        assert sections(page)["Pilihan"][-1] == ("--help", "Tampilkan bantuan ini.")


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_the_options_of_the_contract(pages: dict[str, str], verb: str) -> None:
    options = {word.rstrip(",") for name, _ in sections(pages[verb])["Pilihan"] for word in name.split()}
    assert options >= VERBS[verb]


def test_every_verb_shows_a_line_that_it_accepts(pages: dict[str, str]) -> None:
    for verb in VERBS:
        assert pages[verb].rstrip().endswith(f"Contoh:\n  {EXAMPLES[verb]}")
    for line in EXAMPLES.values():
        command: Any = get_command(app)
        words = shlex.split(line)[1:]
        while hasattr(command, "commands"):
            context = command.make_context("regpol", words, resilient_parsing=False)
            name, command, words = command.resolve_command(context, [*context._protected_args, *context.args])
        command.make_context(name, words)


def test_the_list_of_commands_in_the_manual_leaves_out_no_verb() -> None:
    told = (Path(__file__).parents[2] / "docs" / "perintah.md").read_text(encoding="utf-8")
    assert not [verb for verb in VERBS if not re.search(rf"`(regpol )?{verb}\b", told)]


def test_the_list_of_verbs_tells_each_of_them_whole(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "..." not in "".join(meaning for _, meaning in sections(page).get("Perintah", []))


def test_help_is_not_an_error(regpol: Regpol) -> None:
    run = regpol("register", "decide", "--help")
    assert (run.status, run.err) == (0, "")


@pytest.mark.parametrize("code", catalogue())
def test_every_code_has_a_page(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"{code} {catalogue()[code].title}\n\n")
    for heading in HEADINGS:
        assert re.search(rf"^{heading}: \S", page, re.MULTILINE), heading
    assert "``" not in page


def test_the_page_of_a_row_problem_tells_its_weight_and_who_can_put_it_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "REG24"]) == 0
    page = capsys.readouterr().out
    assert "Bobot: kesalahan.\nYang dapat memperbaiki: pengelola daftar." in page
    assert main(["explain", "CMD01"]) == 0
    assert "Yang dapat memperbaiki" not in capsys.readouterr().out


def test_the_list_of_codes_is_the_catalogue(regpol: Regpol) -> None:
    listed = regpol("explain").done().out.splitlines()
    assert [line.split()[0] for line in listed] == list(catalogue())
    assert regpol("explain", "cmd01").done().out.startswith("CMD01 ")


def test_a_terminal_without_lines_shows_dashes(regpol: Regpol) -> None:
    run = regpol("region", "52.71", PYTHONIOENCODING="ascii").done()
    assert "=====" in run.out
    assert "???" not in run.out
