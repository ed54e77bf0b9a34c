"""The frame of help pages and the errors of typing, in Indonesian; typer has them in English only."""

import re
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from regpol.terms.problems import Problem

_FRAME = {
    "Usage: ": "Pemakaian: ",
    "[OPTIONS]": "[PILIHAN]",
    "COMMAND [ARGS]...": "PERINTAH [ISIAN]...",
    "\nArguments:\n": "\nIsian:\n",
    "\nOptions:\n": "\nPilihan:\n",
    "\nCommands:\n": "\nPerintah:\n",
    "[required]": "[wajib]",
    "[default:": "[bila kosong:",
    # as long as the English word, so that the columns stay straight
    " <str>": " <isi>",
    " <int>": " <isi>",
    " <path>": " <isi> ",
    " <int range>": " <isi>      ",
}


def _framed(page: str) -> str:
    for english, indonesian in _FRAME.items():
        page = page.replace(english, indonesian)
    return page


class Verb(TyperCommand):
    """A verb whose help page is Indonesian throughout."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the page."""
        return _with_meaning(super().get_help_option(ctx))

    def get_help(self, ctx: Any) -> str:
        """The page."""
        return _framed(super().get_help(ctx)) + _example(ctx)


class Verbs(TyperGroup):
    """A group of verbs whose help page is Indonesian throughout."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the page."""
        return _with_meaning(super().get_help_option(ctx))

    def get_help(self, ctx: Any) -> str:
        """The page."""
        return _framed(super().get_help(ctx)) + _example(ctx)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each verb with all of its first sentence, in the order of the group."""
        with formatter.section("Commands"):
            listed = ((name, self.commands[name].help or "") for name in self.list_commands(ctx))
            formatter.write_dl([(name, said.split("\n\n")[0]) for name, said in listed])


def _example(ctx: Any) -> str:
    """A line to copy, on one line however long it is."""
    from regpol.commands.examples import EXAMPLES

    line = EXAMPLES.get(ctx.command_path.removeprefix("regpol "))
    return f"\n\nContoh:\n  {line}" if line else ""


def _with_meaning(option: Any) -> Any:
    if option is not None:
        option.help = "Tampilkan bantuan ini."
    return option


def bad_usage(error: Any) -> "Problem":
    """The problem behind an error of typing: an unknown name with the nearest ones, or what is missing."""
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems.command import BadOption, UnknownChoice

    context = getattr(error, "ctx", None)
    verbs = tuple(getattr(context.command, "commands", ())) if context else ()
    if unknown := re.match(r"No such command '(.*?)'", error.message):
        return UnknownChoice(place=NOWHERE, what="perintah", given=unknown[1], known=verbs)
    if type(error).__name__ == "NoSuchOption" and context:
        options = (name for option in context.command.params for name in option.opts if name.startswith("--"))
        return UnknownChoice(place=NOWHERE, what="pilihan", given=error.option_name, known=(*options, "--help"))
    trouble, meaning = _trouble(error, verbs)
    path = context.command_path if context else "regpol"
    return BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=f"{path} --help")


def _trouble(error: Any, verbs: tuple[str, ...]) -> tuple[str, str]:
    """What was found and what was expected."""
    kind, option = type(error).__name__, getattr(error, "param", None)
    name = option.opts[0] if option and option.opts else getattr(error, "option_name", "")
    if kind == "NoArgsIsHelpError" or error.message == "Missing command.":
        return "perintah belum disebut", f"salah satu dari {', '.join(verbs)}"
    if option and option.param_type_name == "argument":
        name = option.human_readable_name
    if kind == "MissingParameter":
        return f"{name} belum diisi", getattr(option, "help", "") or "isian wajib"
    if kind == "BadOptionUsage":
        empty = "requires an argument" in error.message
        return f"{name} {'belum diisi' if empty else 'diberi isi'}", "pilihan dengan isinya" if empty else "tanpa isi"
    if option:
        given = re.match(r"'(.*?)' is not", error.message)
        choices = ", ".join(getattr(option.type, "choices", ()))
        meaning = f"salah satu dari {choices}" if choices else {"int": "bilangan bulat"}.get(option.type.name, "")
        return f"{name} = “{given[1] if given else ''}”", meaning or getattr(option, "help", "")
    if extra := re.search(r"extra argument\(s\) \((.*)\)", error.message):
        return f"kata yang tidak diperkirakan: {extra[1]}", "perintah dan pilihan yang dikenal"
    return error.message, "perintah dan pilihan yang dikenal"
