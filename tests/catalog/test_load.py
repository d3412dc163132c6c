"""A catalogue with mistakes in it: all of them are named at once, each with its line."""

import shutil
from pathlib import Path

import pytest

from bot.catalog.load import load, load_what_can_be
from bot.cli import main
from bot.shipped import folder
from bot.yaml_file import Mistaken


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped catalogue, to be spoilt."""
    return Path(shutil.copytree(folder("catalog"), tmp_path / "catalog"))


def replaced(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def checked(copy: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit status of `releve check`, and what it says, the folder left out."""
    status = main(["check", "--lang", "en", "--catalog", str(copy)])
    return status, capsys.readouterr().err.replace(f"{copy}/", "").splitlines()


def test_every_mistake_of_every_file_is_said_at_once(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(copy / "products" / "doodle.yaml", "id: doodle", "id: [doodle")
    replaced(copy / "products" / "google-drive.yaml", "owner: google", "owner: gogle")
    replaced(copy / "hosts" / "kaz.yaml", "kind: association", "kind: asso")
    status, said = checked(copy, capsys)
    assert status == 2
    assert [line.split(" ", 1)[0] for line in said] == [
        "hosts/kaz.yaml:4:",
        "products/doodle.yaml:2:",
        "products/google-drive.yaml:3:",
    ]
    assert said[2].endswith("the giant “gogle” is not in giants.yaml; for another owner: (name: …, country: …).")


def test_what_names_a_file_that_cannot_be_read_is_not_blamed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(copy / "alternatives" / "jitsi-meet.yaml", "id: jitsi-meet", "id: [")
    _, said = checked(copy, capsys)
    assert [line.split(":")[0] for line in said] == ["alternatives/jitsi-meet.yaml"]


def test_a_mistake_in_a_list_is_named_with_its_own_line(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (copy / "needs.yaml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines, 1) if line == "- id: date-poll")
    replaced(copy / "needs.yaml", "- id: date-poll\n", "- id: date-poll\n  heavy: true\n")
    _, said = checked(copy, capsys)
    assert said == [f"needs.yaml:{place + 1}: “heavy” is not a known key; a slip of the keyboard?"]


def test_a_file_is_named_after_its_entry(copy: Path) -> None:
    (copy / "products" / "zoom.yaml").rename(copy / "products" / "zooom.yaml")
    with pytest.raises(Mistaken) as caught:
        load(copy)
    [mistake] = caught.value.mistakes
    assert (mistake.file.name, mistake.sentence, mistake.values["file"]) == (
        "zooom.yaml",
        "mistake.file-name",
        "zoom.yaml",
    )


def test_what_is_well_formed_is_loaded_beside_what_is_not(copy: Path) -> None:
    replaced(copy / "products" / "doodle.yaml", "id: doodle", "id: [doodle")
    catalogue, mistakes = load_what_can_be(copy)
    assert len(mistakes) == 1
    assert set(load(folder("catalog")).products) - set(catalogue.products) == {"doodle"}
