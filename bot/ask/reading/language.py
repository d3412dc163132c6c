"""Which language a message is in: its little words decide, question words most of all."""

from collections.abc import Collection

from bot.ask.reading.phrases import word_set
from bot.catalog.everyday import everyday
from bot.catalog.ordinary import ENGLISH, FRENCH, is_ordinary
from bot.conversation import Language

_FR = word_set(
    "le la les un une des du de d l et ou est sont on nous vous je j tu il elle ils elles qui que qu quoi "
    "quel quelle quels quelles comment pour par avec sans sur dans chez notre nos votre vos mon ma mes ce "
    "cet cette ces c ca y a t mais donc alors pas plus ne n au aux en svp stp merci bonjour salut bonsoir "
    "remplacer remplace quitter cherche besoin truc outil logiciel appli gratuit connaissez connait "
    "faut veut voudrait existe autre chose mieux qqch koi keske pr ds dispo marre sauf place lieu quelque "
    "quelqu sinon aussi tout tous fait faire besoins detail details suite hebergeur hebergeurs fiche "
    "payant payante combien coute export exporter donnees equivalent oui non"
)
_EN = word_set(
    "the a an of to and or is are we you i he she they it this that these what which how who when why "
    "where for with without on in at our your my not no don doesn isn s t re ve do does can could should "
    "would will any anyone anybody something anything somebody there instead than replace replaces "
    "replacing replacement switch leave quit ditch get rid away from want need looking tool software "
    "please pls thanks hello hi hey free better else other about use using recommend suggest know good "
    "like but be by cost costs export details more card hosts needs yes substitute substitutes swap simpler cheaper "
    "easier self thx cheers makes make"
)
_STRONG_FR = word_set("quoi comment quel quelle quels quelles remplacer remplace pourquoi koi qqch quelqu svp stp est")
_STRONG_EN = word_set("what which how why replaces replace instead anyone who the looking please")
_ONLY_FR, _ONLY_EN = (_FR | FRENCH) - _EN - ENGLISH, (_EN | ENGLISH) - _FR - FRENCH
_FEW = 8
"""So many words of a message whose language is not clear are tried as misspelt ones."""
_BOTH = frozenset({"a", "t", "s", "on", "d", "me"})


def language_of(words: Collection[str], otherwise: Language, accents: bool = False) -> Language:
    """The language of a message given as folded words; `otherwise` when they do not tell.

    A little word of one language weighs 2, a question word 4, any other everyday word 1; accents weigh 3, only
    French has them; a word that both use counts for neither.
    """
    french, english = 3 * accents, 0
    for word in words:
        if word not in _BOTH:
            french += 2 * (word in _FR) + 2 * (word in _STRONG_FR) + (word in FRENCH)
            english += 2 * (word in _EN) + 2 * (word in _STRONG_EN) + (word in ENGLISH)
    if french == english:
        french, english = _misspelt(words)
    if french == english:
        return otherwise
    return "fr" if french > english else "en"


def _misspelt(words: Collection[str]) -> tuple[int, int]:
    """How many misspelt words are French, and how many English: « cheeper », « gratuti »."""
    odd = [word for word in words if not is_ordinary(word)]
    near = [{other for other, slips in everyday().near(word) if slips == 1} for word in odd[:_FEW]]
    meant = [others & (_ONLY_FR | _ONLY_EN) for others in near]
    return sum(words <= _ONLY_FR for words in meant if words), sum(words <= _ONLY_EN for words in meant if words)
