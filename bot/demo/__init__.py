"""`releve demo`: a real Synapse on this machine, the bot as it runs in production, and a conversation.

`process.py` and `leash.py` run child processes that never outlive their parent; `homeserver.py` is a
Synapse, `running_bot.py` a bot, `person.py` somebody at a small Matrix client; `script.py` reads a written
conversation, `play.py` plays it, `chat.py` is the terminal, `gestures.py` what is done beside speaking,
`stage.py` puts all of it together. `bot.py` is the program on `moved_clock.py`, so that a week can pass.
The tests and the measurements use the same parts.
"""

from argparse import Namespace


async def demo(options: Namespace) -> int:
    """Run the demo; `options` has `script` (a Path or None) and `lang`. Returns the exit status.

    0: all well; 1: a line of the script was not answered as it must be, or something did not start.
    Raises yaml_file.Mistaken for a script that cannot be read.
    """
    # Imported here: the child processes start from this package too, and must start fast.
    from bot.demo.stage import run

    return await run(options.script, options.lang)
