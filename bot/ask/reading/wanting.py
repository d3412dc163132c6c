"""Whether what was said to the bot seeks a tool for a need, or only has the word for it.

« un agenda partagé svp », « comment traduire un tract ? » seek; « j’ai perdu ma carte de bus », "who won the vote?"
do not. Seeking is: little more than the need itself, words of seeking before or after it, or a task in the infinitive.
"""

from collections.abc import Iterable

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.any_tool import tool_at
from bot.ask.reading.errands import about_the_world, orders_the_bot
from bot.ask.reading.heads import meant
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import word_set
from bot.ask.reading.wishes import ASKED_AT_FIRST, LEAVES_OPEN, MEMOS, NO_WISH, WISH
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import LITTLE

_GREETINGS = word_set(
    "bonjour bonsoir salut coucou hello hi hey dites dis et and euh alors bon ok please stp svp also aussi"
)
_BESIDE_ALL = (
    words_of.DETERMINERS | words_of.KIND_WORDS | words_of.TOOL | words_of.AND | words_of.COURTESY | _GREETINGS
) | word_set("de d en on in no for pour of")
"""What may stand beside a need that is the whole message: « une visio libre svp »."""
_SOME = word_set("un une des du de d l a an some any one first just simple petit petite")
_KEEPERS = word_set(
    "gestionnaire gestion suivi generateur editeur lecteur bloqueur hebergement hebergeur manager maker de"
)
_OPENS_WITH = (
    _KEEPERS
    | _SOME
    | words_of.KIND_WORDS
    | words_of.TOOL
    | (words_of.INDEFINITE - {"what", "which"})
    | _GREETINGS
    | {"for", "pour"}
)
_GOES_ON = (words_of.KIND_WORDS | words_of.TOOL | words_of.AND) | word_set(
    "pour for avec with sans without en mais but qui que qu where that de d du des of a to on in by svp stp please pls "
    "from among au aux chez entre between dans sur par contre against about correct correcte"
)
"""What may follow a need that is asked for; a verb tells of it: « un sondage donne le maire battu »."""
_WHO = frozenset({"we", "you", "they", "everyone", "everybody"})
_THANKS = word_set("merci thanks thank bravo super lovely felicitations congrats chapeau")
_LOOKS_FOR = word_set("cherche veut veux want wants")
_THE = word_set("la le les l ma mon mes sa son ses the my his her")
_PUT = word_set(
    "mettre mettez met mets range ranger stocke stocker heberge heberger publie publier poste poster trouve"
)
_NOT_SOUGHT = word_set("si savoir quand when if whether why pourquoi qui who")
_DOING = word_set(
    "faire fait fais font creer cree gerer gere gerez gerent organiser organise preparer prepare tenir tient "
    "suivre suit suivez monter monte lancer lance mettre met mets mettez ouvrir ouvre avoir trouver trouve "
    "publier partager partage envoyer envoie stocker ranger range heberger utiliser utilise diffuser planifier "
    "realiser dessiner rediger ecrire choisir installer proposer recevoir encaisser vendre collecter garder "
    "recueillir recolter centraliser archiver discuter echanger communiquer gather back "
    "reunir rassembler regrouper construire simplifier automatiser remplir signer editer enregistrer programmer "
    "afficher passer diffusion generer ajouter poser make making create creating manage managing run running "
    "build building set setting start starting organising organize send sending share sharing keep keeping handle "
    "handling do doing get getting have host hosting publish store storing put putting use using design write "
    "writing edit editing hold holding plan planning take taking track tracking collect collecting sell selling "
    "launch record schedule choose pick show print open give letting people members book see"
)
"""Verbs of what is done with a tool, whatever it is: « comment gérer la compta », not « enlever une tache »."""
_BETWEEN = (
    _DOING | LITTLE | words_of.DETERMINERS | words_of.KIND_WORDS | words_of.TOOL | words_of.QUESTION | words_of.REQUEST
) | {"everyone", "everybody", "same", "meme", "chaque", "comme", "plusieur"}
_SUBJECTS = (words_of.DETERMINERS - _SOME) | word_set(
    "je j tu t il elle on nous vous ils elles i we he she they it you c ca there qui who y was did has is are were faut"
)
_TOLD = word_set("ai as avons avez ont est sont etait is was were has had did been")
_DONE = word_set("mis fait pris vu recu perdu dit lu vendu eu ecrit envoye rempli rendu reçu écrit")
_BESIDE = frozenset({"avec", "with", "sur", "on", "derriere", "behind"})
_VERBS = ("er", "ir", "re")
_FARTHEST = 8
_A_TALE = 22
"""In longer messages one word says little (of 12 such, 9 were wrong; of 140 shorter ones, 8)."""
_ENOUGH = 60
"""A question stands no further from the need that it is about; nor are more needs looked at."""


def wanted(message: Message) -> list[NeedMention]:
    """The needs that a tool is sought for, in what was said to the bot."""
    if _memo(message) or orders_the_bot(message):
        return []
    needs = message.needs or message.index.needs.mentions(message.tokens, correct=True)
    if about_the_world(message):
        # « combien de visiteurs sur le site ? » is how one says a need, too
        beyond = next(message.sentences())[1]
        needs = [need for need in needs if need.first >= beyond or (need.size > 1 and not need.first)]
    heads = meant(message, needs)
    if len(message.words) > _A_TALE and all(need.size == 1 for need in heads):
        return []  # one word of a long story is rather its scenery
    meanings = {one for need in heads for one in need.needs}
    said = [need for need in message.needs_said()[:_ENOUGH] if not meanings.isdisjoint(need.needs)] or heads
    return heads if _alone(message, heads) or any(_seeks(message, need) for need in said[:_ENOUGH]) else []


def _memo(message: Message) -> bool:
    """« Note pour moi-même : racheter du café », « merci pour les photos ! »"""
    words = message.words
    if words and words[0] in _THANKS and next(LEAVES_OPEN.all(words, 0, len(words)), None) is None:
        return True
    return len(words) > _FARTHEST // 2 and bool(MEMOS.at(words, 0, len(words)))


def _alone(message: Message, needs: Iterable[NeedMention]) -> bool:
    """« un agenda partagé svp », « les mails et l’agenda »: little more than the need."""
    said = {place for need in needs for place in range(need.first, need.last)}
    return all(
        place in said or word in _BESIDE_ALL or message.name_at(place) or message.named(place)
        for place, word in enumerate(message.words)
    )


def _seeks(message: Message, need: NeedMention) -> bool:
    first, last = next(
        ((first, last) for first, last in message.sentences() if first <= need.first < last), (0, len(message.words))
    )
    return (
        _opens(message, need, first, last)
        or _wished_before(message, need, first)
        or _left_open_after(message, need, last)
    )


def _opens(message: Message, need: NeedMention, first: int, last: int) -> bool:
    """« un quiz en direct pour la veillée », « …, une billetterie ? »: the need opens a clause, and nothing is told
    of it; « traduire nos tracts »: what is to be done does.
    """
    words = message.words
    if need.size > 1:
        return len(words) <= _FARTHEST // 2 or not _told(message, need, first)
    if _beside_it(message, need, first):
        return False
    start = need.first
    while start > first and not message.tokens[start].broken and _light_at(message, start - 1):
        start -= 1
    if start > first and not message.tokens[start].broken:
        return False
    if words[need.first].endswith(_VERBS):
        return True
    if need.last >= last or message.tokens[need.last].broken or words[need.last] in _GOES_ON:
        return True
    if words[need.last] in _WHO and need.last + 1 < last:
        return True  # "a calendar everyone can see", and not "good vote everyone"
    return start == need.first and words[need.last] in words_of.DETERMINERS  # "translate our leaflets"


def _told(message: Message, need: NeedMention, first: int) -> bool:
    """« j’ai oublié mon mot de passe », « la liste des membres est partie »: a subject at the start."""
    words = message.words
    start = next((n for n in range(need.first, first, -1) if message.tokens[n].broken), first)
    while start < need.first and words[start] in _GREETINGS:
        start += 1
    said = range(start, min(need.last + 1, len(words)))
    return (words[start] in _SUBJECTS and start < need.first) or any(
        words[n] in _TOLD or _has_done(message, n) for n in said
    )


def _has_done(message: Message, place: int) -> bool:
    """« Paul a partagé… », « Josiane a mis… »"""
    if message.words[place] != "a" or place + 1 >= len(message.words):
        return False
    token = message.tokens[place + 1]
    typed = message.reading.text[token.start : token.end].casefold()
    return typed.endswith(("é", "ée", "és", "ées")) or typed in _DONE


def _odd(message: Message, place: int) -> bool:
    """« un lojissièl de contabilité », "a paperless ballot": a misspelt or rare word, and no verb of another task."""
    word = message.words[place]
    return message.odd(place) and not message.capital(place) and not word.endswith((*_VERBS, "e", "ed"))


def _light_at(message: Message, place: int) -> bool:
    """Whether a word may stand between the start of a clause and the need that opens it."""
    word = message.words[place]
    whose = place > 0 and word in words_of.DETERMINERS and message.words[place - 1] in words_of.FOR
    return whose or word in _OPENS_WITH or word in _DOING or word.isdigit() or _odd(message, place)


def _beside_it(message: Message, need: NeedMention, first: int) -> bool:
    """« placer nos jardins, avec une photo »: what something has, or where it is, and not what is to be done."""
    words = message.words
    place = need.first - 1
    while place > first and (words[place] in words_of.DETERMINERS or words[place] in words_of.KIND_WORDS):
        place -= 1
    return place > first and words[place] in _BESIDE and message.words[place - 1] not in _BESIDE_ALL


def _wished_before(message: Message, need: NeedMention, first: int) -> bool:
    """« il nous faut un agenda », « comment faire une affiche »: nothing else is wished for in between."""
    words = message.words
    if need.size == 1 and _beside_it(message, need, first):
        return False
    for place in range(need.first - 1, max(first, need.first - 2 * _FARTHEST) - 1, -1):
        if words[place] in _NOT_SOUGHT and not WISH.at(words, place, need.last):
            return False
        size = WISH.at(words, place, need.last)
        task = place == first and _task(message, place)
        if not (size or task) or (size and NO_WISH.at(words, place, len(words))):
            continue
        if need.size > 1:
            return True
        if _nothing_else(message, place + max(size, 1), need, misspelt=bool(task) and need.sure):
            return True
    return tool_at(message, first, need.first) is not None


def _nothing_else(message: Message, start: int, need: NeedMention, *, misspelt: bool) -> bool:
    """Whether what stands between a wish and the word for a need names no other thing; `misspelt`: whatever it is."""
    words = message.words
    start = next((n + 1 for n in range(need.first - 1, start, -1) if words[n] in words_of.FOR), start)
    between = range(start, need.first)
    if words[start - 1] in _LOOKS_FOR and len(between) == 1 and words[start] in _THE:
        return False  # « Marie veut la photo de sa fille »
    noun = next(
        (n for n in reversed(between) if words[n] in words_of.DETERMINERS), start - 1 if misspelt else need.first
    )
    return len(between) <= _FARTHEST and all(
        words[n] in _BETWEEN or message.need_at(n) or (n > noun and _odd(message, n)) for n in between
    )


def _task(message: Message, place: int) -> bool:
    """« préparer… », « rassemblé plusieur… », "sharing…": a task opens the sentence."""
    word, token = message.words[place], message.tokens[place]
    if message.reading.text[token.start : token.end].endswith("é"):
        return True
    return word in _DOING or (len(word) > 3 and word.endswith((*_VERBS, "ing")) and word not in LITTLE)


def _left_open_after(message: Message, need: NeedMention, last: int) -> bool:
    """« les photos du camp, on les met où ? », « sauvegarder l’ordi. Une idée ? »: how, or with what, is left open."""
    words = message.words
    end = min(len(words), need.last + _ENOUGH)
    if need.size == 1 and _beside_it(message, need, 0):
        return False
    if next(ASKED_AT_FIRST.all(words, max(0, need.first - _ENOUGH), need.first), None) is not None:
        return True
    if next(LEAVES_OPEN.all(words, need.last, end), None) is not None:
        return True
    if tool_at(message, need.last, end) is not None:
        return True
    if words[last - 1] in {"ou", "where"} and not _PUT.isdisjoint(words[need.first : last]):
        return True
    return any(
        words[place] == "a" and words[place + 1].endswith(_VERBS) and words[place + 1] not in LITTLE
        for place in range(need.last, min(need.last + _FARTHEST, last - 1))
    )
