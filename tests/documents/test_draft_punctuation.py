"""The tree ends list items; drafters write them bare or with last year's endings, it makes no difference."""

import pytest
from naskah_cases import draft_of, text_of


def items(draft):
    return [text_of(unit) for unit in draft.body[0].children]


@pytest.mark.parametrize("word", ["dan", "atau", "dan/atau"])
def test_conjunction_stands_behind_the_last_but_one(tmp_path, word):
    draft = draft_of(tmp_path, f"Pasal\nIsinya: [{word}]\na. satu; dan\na. dua.\na. tiga;\n")
    assert items(draft) == ["satu;", f"dua; {word}", "tiga."]


def test_the_last_item_of_a_nested_list_ends_as_its_parent_does(tmp_path):
    body = "Pasal\n(1) Isinya: [dan]\na. pertama: [atau]\n1. x\n1. y\na. kedua: [atau]\n1. v\n1. w\n"
    first, second = draft_of(tmp_path, body).body[0].children[0].children
    assert [text_of(unit) for unit in first.children] == ["x; atau", "y; dan"]
    assert [text_of(unit) for unit in second.children] == ["v; atau", "w."]


def test_closing_words_finish_the_sentence(tmp_path):
    draft = draft_of(tmp_path, "Pasal\nPada saat ini: [dan]\na. satu\na. dua\n>> dicabut\n\nPasal\nBerikutnya.\n")
    assert items(draft) == ["satu; dan", "dua,"]
    assert draft.body[0].closing[0].text == "dicabut."


def test_a_full_stop_inside_a_fact_is_kept(tmp_path):
    draft = draft_of(tmp_path, "Pasal\nIsinya: [dan]\na. {{ 'PT Contoh Tbk.' }}\na. {{ 'CV Contoh Tbk.' }}\n")
    assert items(draft) == ["PT Contoh Tbk.; dan", "CV Contoh Tbk."]


def test_sentences_in_a_list_each_end_with_a_full_stop(tmp_path):
    assert items(draft_of(tmp_path, "Pasal\nArtinya: [kalimat]\n1. Satu adalah satu\n1. Dua adalah dua;\n")) == [
        "Satu adalah satu.",
        "Dua adalah dua.",
    ]
