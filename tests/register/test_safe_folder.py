"""A folder of results takes its place whole, over nothing but an older result."""

from pathlib import Path

import pytest

from regpol.reports.safe_folder import replacing_folder
from regpol.terms.problems import Refused

MARK = "ringkasan.json"


def fill(target: Path, text: str, trouble: Exception | None = None) -> None:
    with replacing_folder(target, MARK) as made:
        assert not target.exists() or (target / MARK).read_text(encoding="utf-8") != text
        (made / "baris").mkdir()
        for file in (made / MARK, made / "baris" / "0.parquet"):
            file.write_text(text, encoding="utf-8")
        if trouble:
            raise trouble


def test_a_result_is_for_its_owner_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    for text in ("satu", "dua"):
        fill(target, text)
        assert (target / "baris" / "0.parquet").read_text(encoding="utf-8") == text
    assert not [file for file in (target, *target.rglob("*.*")) if file.stat().st_mode & 0o077]
    assert [file.name for file in tmp_path.iterdir()] == ["hasil"]


def test_a_run_that_fails_leaves_the_old_result(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    fill(target, "satu")
    with pytest.raises(ZeroDivisionError):
        fill(target, "dua", ZeroDivisionError())
    assert (target / MARK).read_text(encoding="utf-8") == "satu"
    assert [file.name for file in tmp_path.iterdir()] == ["hasil"]


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    left = tmp_path / ".hasil.abc.sementara"
    left.mkdir()
    fill(tmp_path / "hasil", "satu")
    assert not left.exists()


def test_a_folder_of_something_else_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    target.mkdir()
    (target / "surat.docx").write_text("penting", encoding="utf-8")
    with pytest.raises(Refused, match=MARK):
        fill(target, "satu")
    assert (target / "surat.docx").read_text(encoding="utf-8") == "penting"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="berkas"):
        fill(tmp_path / "berkas" / "hasil", "satu")
