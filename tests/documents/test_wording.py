"""The words of a draft: a category nobody has worded yet gets blanks, never another category's definition."""

from legal_cases import RULES
from regpol.documents.brief.wording import read_wording

WORDING = read_wording(RULES.parent / "templates")


def test_a_category_has_its_own_words() -> None:
    assert WORDING.category("ketua_rt", "Ketua RT").term == "ketua rukun tetangga"


def test_a_category_without_words_gets_its_name_and_blanks() -> None:
    """A register of Mataram names marbot and guru ngaji; the draft once stopped at them with a fault."""
    words = WORDING.category("juru_las", "Juru las")
    assert words.term == "juru las"
    assert words.definition.startswith("[")
    assert words.proof.startswith("[")
