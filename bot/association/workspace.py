"""Commands about the workspace: which rooms belong to the association, and its settings."""

import hashlib
from collections.abc import Callable, Sequence

from bot.association import standing, storage, storage_settings
from bot.association.reply import answered
from bot.association.settings import Defaults, Slot, language_named, slot_named, zone_named
from bot.association.storage_settings import Merge, Settings
from bot.catalog.fold import fold, words
from bot.catalog.names import Names
from bot.conversation import Effect, UserId
from bot.desk import Call, Command, Scene, reply
from bot.wording import Bullets, Document, Paragraph, Phrase, paragraphs, sentence, tamed, voice

_OFFER_MS = 60 * 60 * 1000
_LONGEST_NAME = 60
_ON = frozenset({"on", "oui", "yes", "active", "actif", "activee"})
_OFF = frozenset({"off", "non", "no", "coupe", "coupee", "arret", "silence"})
_LEAVING = frozenset({"quitter", "leave"})
_KEYS = {
    "langue": "language", "language": "language",
    "fuseau": "zone", "zone": "zone", "timezone": "zone",
    "creneau": "slot", "slot": "slot", "moment": "slot",
    "ecoute": "listening", "listening": "listening", "listen": "listening",
    "salon": "home", "home": "home",
}  # fmt: skip
_FILLER = {"horaire", "principal", "time", "room"}


class Workspace:
    """What moderators decide for their association."""

    def __init__(self, names: Callable[[], Names], defaults: Defaults, merging: Sequence[Merge]) -> None:
        self._names = names
        self._merging = merging
        self._defaults = defaults
        self.commands = (
            Command(
                "association",
                {"fr": ("association",), "en": ("association",)},
                self._association,
                needs_power=True,
                shows_alone=True,
            ),
            Command(
                "settings",
                {"fr": ("réglages", "reglages"), "en": ("settings",)},
                self._settings,
                bare=True,
                needs_power=True,
                shows_alone=True,
            ),
            Command("home", {"fr": ("salon-principal",), "en": ("home",)}, self._home, needs_power=True),
            Command("silence", {"fr": ("silence",), "en": ("quiet",)}, self._silence, bare=True),
            Command("listen", {"fr": ("écoute", "ecoute"), "en": ("listen",)}, self._listen, bare=True),
        )

    async def _silence(self, call: Call, scene: Scene) -> Sequence[Effect]:
        await storage.set_listening(scene.tx, scene.room.id, False, scene.now_ms)
        return answered(call, scene, voice(scene.language).say("association.silent"))

    async def _listen(self, call: Call, scene: Scene) -> Sequence[Effect]:
        await storage.set_listening(scene.tx, scene.room.id, True, scene.now_ms)
        return answered(call, scene, voice(scene.language).say("association.listening"))

    # ── which rooms ──────────────────────────────────────────────────────────────────────────

    async def _association(self, call: Call, scene: Scene) -> Sequence[Effect]:
        speak = voice(scene.language)
        chosen = await storage_settings.settings(scene.tx, scene.room.id, scene.now_ms)
        name = call.arguments.strip(' «»"“”')
        if not name:
            return answered(call, scene, _rooms(chosen, scene), speak.say("association.how-to-link"))
        if fold(name) in _LEAVING:
            return await self._leave(call, scene, chosen)
        if len(name) > _LONGEST_NAME or not words(name):
            return answered(call, scene, speak.say("association.name-unread"))
        key = _key(call.message.sender, name)
        offered = await storage_settings.offered_link(scene.tx, key, scene.now_ms)
        if offered is not None and offered != chosen.number:
            await storage_settings.move_room(scene.tx, scene.room.id, offered, scene.now_ms, self._merging)
            await standing.note(scene.tx, scene.room.id, self._names().catalogue, scene.now_ms)
            joined = await storage_settings.settings(scene.tx, scene.room.id, scene.now_ms)
            return answered(
                call, scene, speak.say("association.linked", count=len(joined.rooms), name=_shown(joined.name))
            )
        await storage_settings.set_name(scene.tx, chosen.number, name)
        await storage_settings.offer_link(scene.tx, key, chosen.number, scene.now_ms + _OFFER_MS)
        return answered(
            call, scene, speak.say("association.named", name=_shown(name)), speak.say("association.offered")
        )

    async def _leave(self, call: Call, scene: Scene, chosen: Settings) -> Sequence[Effect]:
        if len(chosen.rooms) == 1:
            return answered(call, scene, voice(scene.language).say("association.alone-already"))
        await storage_settings.part_room(scene.tx, scene.room.id, scene.now_ms)
        return answered(call, scene, voice(scene.language).say("association.parted"))

    async def _home(self, call: Call, scene: Scene) -> Sequence[Effect]:
        chosen = await storage_settings.settings(scene.tx, scene.room.id, scene.now_ms)
        await storage_settings.set_home_room(scene.tx, chosen.number, scene.room.id)
        return answered(call, scene, voice(scene.language).say("settings.home-set"))

    # ── settings ─────────────────────────────────────────────────────────────────────────────

    async def _settings(self, call: Call, scene: Scene) -> Sequence[Effect]:
        chosen = await storage_settings.settings(scene.tx, scene.room.id, scene.now_ms)
        if not call.arguments:
            return (reply(call.message, await self._shown(chosen, scene)),)
        key, _, rest = call.arguments.partition(" ")
        value = " ".join(word for word in rest.split() if fold(word) not in _FILLER)
        match _KEYS.get(fold(key.strip(":="))):
            case "language":
                return await self._set_language(call, scene, chosen, value)
            case "zone":
                return await self._set_zone(call, scene, chosen, value)
            case "slot":
                return await self._set_slot(call, scene, chosen, value)
            case "listening" if fold(value) in _ON:
                return await self._listen(call, scene)
            case "listening" if fold(value) in _OFF:
                return await self._silence(call, scene)
            case "home":
                return await self._home(call, scene)
            case _:
                return answered(call, scene, voice(scene.language).say("settings.unread"))

    async def _set_language(self, call: Call, scene: Scene, chosen: Settings, value: str) -> Sequence[Effect]:
        language = language_named(value)
        if language is None:
            return answered(call, scene, voice(scene.language).say("settings.language-unread"))
        await storage_settings.set_language(scene.tx, chosen.number, language)
        # Said in the language that was chosen: it is the first sentence of it.
        return (reply(call.message, sentence(language, "settings.language-set")),)

    async def _set_zone(self, call: Call, scene: Scene, chosen: Settings, value: str) -> Sequence[Effect]:
        zone = zone_named(value)
        if zone is None:
            return answered(call, scene, voice(scene.language).say("settings.zone-unread"))
        await storage_settings.set_time_zone(scene.tx, chosen.number, zone)
        return answered(call, scene, voice(scene.language).say("settings.zone-set", zone=zone))

    async def _set_slot(self, call: Call, scene: Scene, chosen: Settings, value: str) -> Sequence[Effect]:
        speak = voice(scene.language)
        slot = slot_named(value, self._slot(chosen))
        if slot is None:
            return answered(call, scene, speak.say("settings.slot-unread"))
        if not slot.decent:
            return answered(call, scene, speak.say("settings.slot-at-night"))
        await storage_settings.set_nudge_slot(scene.tx, chosen.number, str(slot))
        return answered(call, scene, speak.say("settings.slot-set", slot=slot.said(scene.language)))

    def _slot(self, chosen: Settings) -> Slot:
        return Slot.stored(chosen.nudge_slot) if chosen.nudge_slot else self._defaults.slot

    async def _shown(self, chosen: Settings, scene: Scene) -> Document:
        speak = voice(scene.language)
        listens = await storage.listens(scene.tx, scene.room.id)
        spoken = chosen.language or self._defaults.language
        home = "here" if chosen.home_room == scene.room.id else "elsewhere"
        lines = (
            speak.say("settings.name", name=_shown(chosen.name)) if chosen.name else speak.say("settings.nameless"),
            speak.say(f"settings.language-{spoken}"),
            speak.say("settings.zone", zone=chosen.time_zone or self._defaults.time_zone),
            speak.say("settings.slot", slot=self._slot(chosen).said(scene.language)),
            speak.say("settings.listens" if listens else "settings.listens-not"),
            speak.say(f"settings.home-{home}"),
        )
        heading = paragraphs(scene.language, speak.say("settings.heading")).blocks
        return Document(scene.language, (*heading, Bullets(lines), Paragraph(speak.say("settings.how-to"))))


def _rooms(chosen: Settings, scene: Scene) -> Phrase:
    speak, count = voice(scene.language), len(chosen.rooms)
    if chosen.name is None:
        return speak.say("association.nameless-rooms", count=count)
    return speak.say("association.rooms", count=count, name=_shown(chosen.name))


def _shown(name: str | None) -> str:
    return tamed(name or "", _LONGEST_NAME)


def _key(person: UserId, name: str) -> str:
    """A digest that only the same person with the same name makes: the database keeps neither."""
    return hashlib.sha256(f"{person}\x00{' '.join(words(name))}".encode()).hexdigest()
