"""Reading what people type about time: a place for a time zone, a day and an hour for the weekly step. Pure.

Hours outside 08:00 to 20:30 are refused: nobody is disturbed at night (PROGRESS).
"""

import datetime
import re
from dataclasses import dataclass
from zoneinfo import available_timezones

from bot.catalog.fold import fold, words
from bot.conversation import Language

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EARLIEST, LATEST = datetime.time(8, 0), datetime.time(20, 30)

_DAY_WORDS = {word: place for place, word in enumerate(DAYS)} | {
    word: place for place, word in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
}
_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:\s*(?:h|:|heures?)\s*(?P<minute>\d{2})?)?\s*(?P<half>am|pm)?(?!\d)", re.IGNORECASE
)
_LITTLE = frozenset({"la", "le", "les", "l", "ile", "iles", "de", "d", "du", "the", "island", "en", "a", "et", "and"})
# Where French associations live, and who is near: territories, their main towns, and what they are called.
_PLACES = {
    "Europe/Paris": "france paris metropole hexagone corse ajaccio bastia lyon marseille toulouse nantes lille rennes",
    "Indian/Reunion": "reunion saintdenis saintpierre",
    "America/Martinique": "martinique fortdefrance",
    "America/Guadeloupe": "guadeloupe pointeapitre basseterre lesabymes",
    "America/Cayenne": "guyane cayenne kourou guiana frenchguiana",
    "Indian/Mayotte": "mayotte mamoudzou",
    "Pacific/Noumea": "nouvellecaledonie kanaky noumea caledonie newcaledonia",
    "Pacific/Tahiti": "polynesie polynesiefrancaise tahiti papeete moorea frenchpolynesia polynesia",
    "Pacific/Marquesas": "marquises nukuhiva marquesas",
    "Pacific/Gambier": "gambier mangareva",
    "Pacific/Wallis": "wallis futuna wallisfutuna matautu",
    "America/Miquelon": "miquelon saintpierremiquelon",
    "America/Marigot": "saintmartin marigot",
    "America/St_Barthelemy": "saintbarthelemy saintbarth stbarth gustavia",
    "Europe/Brussels": "belgique bruxelles wallonie belgium brussels liege",
    "Europe/Zurich": "suisse geneve lausanne romandie switzerland geneva",
    "Europe/Luxembourg": "luxembourg",
    "America/Toronto": "quebec montreal ontario",
    "Europe/London": "londres angleterre royaumeuni london england uk britain",
}
_ZONE_OF = {word: zone for zone, called in _PLACES.items() for word in called.split()}


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment of the week in local time; `day` counts from 0, Monday."""

    day: int
    time: datetime.time

    def __str__(self) -> str:
        return f"{DAYS[self.day]} {self.time:%H:%M}"

    @property
    def decent(self) -> bool:
        """Whether nobody is disturbed at that hour."""
        return EARLIEST <= self.time <= LATEST

    @classmethod
    def stored(cls, text: str) -> "Slot":
        """The slot that `str` wrote, as the configuration and the database hold it."""
        day, _, time = text.partition(" ")
        return cls(DAYS.index(day), datetime.time.fromisoformat(time))

    def said(self, language: Language) -> str:
        """« jeudi 20 h », "Thursday 20:00"."""
        if language == "fr":
            day = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[self.day]
            return f"{day} {self.time.hour} h" + (f" {self.time:%M}" if self.time.minute else "")
        return f"{DAYS[self.day].capitalize()} {self.time:%H:%M}"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for an association that has chosen nothing."""

    language: Language = "fr"
    time_zone: str = "Europe/Paris"
    slot: Slot = Slot(1, datetime.time(18, 30))


def slot_named(typed: str, now: Slot) -> Slot | None:
    """The slot in « jeudi 20h », "thursday 8 pm", « 19:30 »; what is not said stays as `now`. None: cannot be read."""
    days = [
        _DAY_WORDS[word] for word in (singular.removesuffix("s") for singular in words(typed)) if word in _DAY_WORDS
    ]
    times = [time for found in _TIME.finditer(typed) if (time := _time(found)) is not None]
    if len(days) > 1 or len(times) > 1 or not (days or times) or (not times and _TIME.search(typed)):
        return None
    return Slot(days[0] if days else now.day, times[0] if times else now.time)


def _time(found: re.Match[str]) -> datetime.time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def zone_named(typed: str) -> str | None:
    """The IANA time zone in « La Réunion », "Nouméa", « indian/reunion »; None: no such place."""
    wanted = fold(typed.strip()).replace(" ", "_")
    for zone in available_timezones():
        if fold(zone) == wanted:
            return zone
    for place in ("".join(words(typed)), "".join(word for word in words(typed) if word not in _LITTLE)):
        if place in _ZONE_OF:
            return _ZONE_OF[place]
    # The last part of a zone's name is a town: « Nairobi » is Africa/Nairobi.
    towns = sorted(zone for zone in available_timezones() if "/" in zone and fold(zone.rpartition("/")[2]) == wanted)
    return towns[0] if towns else None


def language_named(typed: str) -> Language | None:
    """The language in « anglais », "fr", "français"; None: none of ours."""
    match fold(typed.strip()):
        case "fr" | "francais" | "french":
            return "fr"
        case "en" | "anglais" | "english":
            return "en"
        case _:
            return None
