"""`python -m bot` is `releve`."""

import sys

from bot.cli import main

sys.exit(main())
