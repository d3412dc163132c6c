import pytest

from bot.demo.terminal import Terminal


def test_what_is_said_stands_beside_its_speaker(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal("fr").say("La Relève", "Google Drive → Nextcloud.\n1. Framaspace")

    assert capsys.readouterr().out == (
        "  La Relève   │ Google Drive → Nextcloud.\n"
        "              │ 1. Framaspace\n"
        "\n"
    )  # fmt: skip


def test_a_long_item_keeps_its_indent(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    Terminal("fr").say("La Relève", "1. Framaspace, chez Framasoft, gratuit pour les petites associations")

    assert capsys.readouterr().out == (
        "  La Relève   │ 1. Framaspace, chez Framasoft, gratuit pour\n"
        "              │    les petites associations\n"
        "\n"
    )  # fmt: skip


@pytest.mark.parametrize(("language", "seconds"), [("fr", "0,0 s"), ("en", "0.0 s")])
def test_a_step_tells_how_long_it_took(capsys: pytest.CaptureFixture[str], language: str, seconds: str) -> None:
    terminal = Terminal(language)

    with terminal.step("step.homeserver"):
        during = capsys.readouterr().out
    after = capsys.readouterr().out

    assert "Synapse" in during
    assert after.strip() == seconds


def test_a_step_that_fails_leaves_a_clean_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), Terminal("fr").step("step.homeserver"):
        raise ZeroDivisionError

    assert capsys.readouterr().out.endswith(" \n")
