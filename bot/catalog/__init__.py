"""The catalogue: what associations use, what can take over, and where to get it.

Owner of every fact about products, alternatives, needs, giants and hosts. The facts are YAML files
in `catalog/`; nothing here talks to Matrix, to the database or to a person.
"""

from bot.catalog.catalogue import Catalogue
from bot.catalog.load import load
from bot.catalog.names import Names

__all__ = ["Catalogue", "Names", "load"]
