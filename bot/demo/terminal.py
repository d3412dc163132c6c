"""The terminal of the demo: steps with their time, and a conversation with who says what."""

import shutil
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager

from babel.numbers import format_decimal

from bot.conversation import Language
from bot.wording import voice
from bot.wording.typography import set_in_type

_WIDEST = 100
_NAME_WIDTH = 11
_STEP_WIDTH = 58
_BOLD, _DIM, _PLAIN, _CLEAR_LINE = "\x1b[1m", "\x1b[2m", "\x1b[0m", "\r\x1b[K"


class Terminal:
    """Standard output in one language; colours and the prompt only where a person reads it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.interactive = sys.stdin.isatty() and sys.stdout.isatty()
        self._voice = voice(language)
        self._prompting = False

    def sentence(self, name: str, /, **values: str | int) -> str:
        """The sentence `demo.<name>`, set in type."""
        return set_in_type(self._voice.word(f"demo.{name}", **values), self.language)

    def tell(self, name: str, /, **values: str | int) -> None:
        """Print the sentence `demo.<name>`."""
        self._print(self.sentence(name, **values))

    def complain(self, name: str, /, **values: str | int) -> None:
        """Print the sentence `demo.<name>` where errors go."""
        print(self.sentence(name, **values), file=sys.stderr)

    @contextmanager
    def step(self, name: str, /, **values: str | int) -> Iterator[None]:
        """Say what is being done while the block runs, then how long it took."""
        print(f"  {self.sentence(name, **values):<{_STEP_WIDTH}}", end=" ", flush=True)
        started = time.perf_counter()
        try:
            yield
        except BaseException:
            print(flush=True)
            raise
        seconds = format_decimal(time.perf_counter() - started, "0.0", locale=self.language)
        print(f"{self._styled(_DIM, f'{seconds} s')}", flush=True)

    def say(self, speaker: str, text: str, mark: str = " ") -> None:
        """Print what `speaker` says beside their name; `mark` is one character before it."""
        width = max(40, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)) - _NAME_WIDTH - 5
        lines = []
        for number, line in enumerate(_wrapped(text, width)):
            name = f"{speaker if number == 0 else '':<{_NAME_WIDTH}}"
            lines.append(f"{mark if number == 0 else ' '} {self._styled(_BOLD, name)} │ {line}".rstrip())
        self._print("\n".join(lines) + "\n")

    def prompt(self) -> None:
        """Ask for the next line."""
        print(self._styled(_BOLD, self.sentence("prompt")), end=" ", flush=True)
        self._prompting = True

    def line_was_typed(self) -> None:
        """The person ended the line at the prompt."""
        self._prompting = False

    def _print(self, text: str) -> None:
        prompting = self._prompting
        if prompting:
            print(_CLEAR_LINE, end="")
            self._prompting = False
        print(text, flush=True)
        if prompting:
            self.prompt()

    def _styled(self, style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if self.interactive else text


def _wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` characters; items of a list keep their indent."""
    lines: list[str] = []
    for line in text.split("\n"):
        head = line.partition(" ")[0]
        indent = len(head) + 1 if head.rstrip(".").isdigit() or head == "•" else 0
        lines += textwrap.wrap(line, width, subsequent_indent=" " * indent, break_on_hyphens=False) or [""]
    return lines
