"""Tools in no catalogue that a question to the room is about, known by what is said beside their names: a licence,
files, pop-ups, prices (« Avast nous harcèle de pop-ups, par quoi on le remplace ? »).
"""

from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.strangers import SOFTWARE, no_thing
from bot.ask.reading.trouble import COMPLAINTS
from bot.catalog.fold import Kind
from bot.catalog.ordinary import LITTLE, is_ordinary

_OF_TOOLS = SOFTWARE | word_set(
    "licences licenses pop popup popups fichier fichiers file files partition partitions score scores poste postes pc "
    "pcs ordi ordis ordinateur ordinateurs laptop laptops antivirus discontinued updates format formats acces "
    "graphiques "
    "tablatures compta comptabilite accounts bookkeeping bugs bug cloud pdf exporter importer"
)
"""Words that go with a program, and hardly with a person, a place or a dish."""
_LEFT = word_set("paie paye payons quitte quitter lache vire remplace left ditched dropped")
_BEFORE = _LEFT | word_set(
    "sous under in dans d de sur on with avec via par use using utilise utilisons called appelle"
)
_LOOSE = frozenset({"de", "d", "on", "sur", "by", "dans", "in"})
_TIES = word_set(
    "depend depends dependent dependant dependons licence license abonnement subscription marre prix tarif tarifs rely "
    "run runs are all est sont tout toute toutes tourne tournent"
)
"""« on dépend d’ArcGIS », "the scores are all in Finale", and not « le fichier de Bénédicte »."""
_BACK = 4
_PRICES = Phrases(("par mois|an", "a|per month|year|seat", "quid|pounds|euros|dollars|balles"))
_TAKEN_INSTEAD = Phrases(
    (
        "pris|prenez|prend|utilisez|mis quoi a la place",
        "use|used|using|take|took for|instead",
        "quoi utilisez|prenez vous a la place",
    )
)
_WANTS = word_set("wants charges costs coute coutait nous demande reclame passe devient harcele rame bug plante ferme")
_NEAR = 6
_LONGEST = 3
_MOST_WORDS = 120


def unheard(message: Message, stop: int) -> tuple[int, int] | None:
    """Where the strange name of a program was said before `stop`, or None."""
    words = message.words[:_MOST_WORDS]
    program = not _OF_TOOLS.isdisjoint(words)
    if not no_thing(words) or not (program or _paid_or_taken(message, words)):
        return None
    for place in range(min(stop, len(words))):
        if not _strange(message, place):
            continue
        if _said_of_a_tool(message, place, _BEFORE if program else _LEFT):
            return _whole(message, place, stop)
    return None


def _paid_or_taken(message: Message, words: list[str]) -> bool:
    """« 40 € par mois », « pris quoi à la place ? »: of a tool, where nothing else is said to be its matter."""
    money = any(sign in message.reading.text for sign in "€£$") or next(_PRICES.all(words, 0, len(words)), None)
    taken = next(_TAKEN_INSTEAD.all(words, 0, len(words)), None)
    return bool(money or taken)


def _strange(message: Message, place: int) -> bool:
    token = message.tokens[place]
    strange = token.kind is Kind.WORD and not is_ordinary(token.form) and not message.named(place)
    return strange and message.capital(place) and message.name_at(place) is None


def _said_of_a_tool(message: Message, place: int, led: frozenset[str]) -> bool:
    """« sous Sibelius », « d’ArcGIS », « Norton wants… », « Avast nous harcèle »."""
    words = message.words
    start = place
    while start and _goes_with(message, start):
        start -= 1
    if start and not message.tokens[start].broken:
        loose = words[start - 1] in _LOOSE and _TIES.isdisjoint(words[max(0, start - _BACK) : start - 1])
        return words[start - 1] in led and not loose
    after = words[place + 1 : place + 1 + _NEAR]
    return bool(after) and (after[0] in _WANTS or not COMPLAINTS.isdisjoint(after) or "€" in message.reading.text)


def _whole(message: Message, place: int, stop: int) -> tuple[int, int]:
    start, end = place, place + 1
    while start and _goes_with(message, start):
        start -= 1
    while end < min(stop, place + _LONGEST) and message.capital(end) and not message.tokens[end].broken:
        end += 1
    return start, end


def _goes_with(message: Message, place: int) -> bool:
    """« Power BI »: the word before has a capital as well."""
    before = place - 1
    return message.capital(before) and message.words[before] not in LITTLE and not message.tokens[place].broken
