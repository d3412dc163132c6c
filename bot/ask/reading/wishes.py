"""The words with which a tool for a need is sought, before the word for the need and after it."""

from bot.ask.reading.phrases import Phrases

WISH = Phrases(
    (
        "cherche|cherchons|recherche|chercher",
        "voudrais|voudrait|voudrions|voudraient|aimerais|aimerait|aimerions|aimeraient",
        "souhaite|souhaitons|souhaiterait|souhaiterions|souhaitent|veux|veut|voulons|veulent",
        "faut|faudrait|besoin|manque|dois|doit|doivent|devons|devrait|devraient",
        "avez|as|auriez|aurais|connais|connaissez vous|tu un|une|des|du",
        "avez|as|auriez|aurais|connais|connaissez un|une|des|du",
        "y a t il",
        "who|whos hosts|offers|provides|makes|does",
        "qui heberge|propose|fait|connait",
        "il y a comme|quoi",
        "peut|pourrait|possible de|d",
        "peut|peux|pourrait|pouvons on|je|nous",
        "on|je|nous peut|peux|pourrait|pouvons",
        "conseilles|conseillez|recommandes|recommandez|proposes|proposez",
        "envie de|d",
        "existe|moyen",
        "comment",
        "quel|quelle|quels|quelles|which|what",
        "need|needs|needed|want|wants|looking|wanted|wanna|wana|ned",
        "like|have|has to",
        "like|love a|an|some",
        "recommend|suggest|anything|something|somewhere|anywhere|someplace",
        "is|are there",
        "any",
        "must|could get|have|do|find",
        "use to|for",
        "have|got no",
        "do|does you|anyone|anybody have|know|use",
        "how to|do|can|could|should|would|might",
        "where can|could|do|should|would|to",
        "can|could|should we|i|they|members|people",
        "let",
        "use for",
        "way to|of|for",
        "idee|idees|piste|pistes|conseil|conseils|astuce|ideas|tips|advice pour|to|for|on",
        "know|heard of a|an|any|some",
        "we|i must",
        "mieux|meilleur|best|easiest pour|for|to|way",
        "quoi pour",
        "ou trouver|mettre|publier|poster|stocker|ranger|heberger|loger|annoncer|creer|faire|poser|partager|deposer",
        "ou on|nous|je|peut|pourrait|est",
    )
)
"""Before a need, these seek a tool for it."""
NO_WISH = Phrases(
    (
        "faut|doit|dois|peut il|elle|ils|tu|vous",
        "est ce qu|que il|elle",
        "how do|does he|she|it|you",
        "what a|an",
        "quel|quelle|what|which heure|jour|time|day",
    )
)
"""« faut-il une autorisation ? » asks about the world."""
LEAVES_OPEN = Phrases(
    (
        "quoi",
        "with|using what",
        "what s|is good|best|easiest|the",
        "what do|does|would|could|should|can|free|to|works|shall",
        "what|which|quel|quelle tool|app|software|program|outil|logiciel|appli|solution|plateforme|free|site",
        "lequel|laquelle|which",
        "idee|idees|idea|ideas|suggestions|conseil|conseils|piste|pistes|advice",
        "comment",
        "how",
        "jouable|faisable|possible|doable|existe",
        "tu connais|proposes|conseilles|aurais",
        "tu as|aurais ca",
        "ou ca",
        "chez qui",
        "where should|can|could|do|would",
        "plus|more moderne|modern|simple|pratique|practical",
        "cherche|voudrais|voudrait|aimerais|aimerait|faut|faudrait|besoin|moyen",
        "mieux",
        "anything|something|somewhere|anywhere",
        "any",
        "need|want|wants|looking",
        "is there",
        "must|should be|have|stay",
        "devrait|devraient|doit|doivent",
    )
)
"""After a need, these do."""
ASKED_AT_FIRST = Phrases(("what do|would|should you|we|i use|suggest|recommend", "vous|tu utilisez|utilises quoi"))
"""« What would you use for our accounts? Bookkeeping scares me. »"""
MEMOS = Phrases(
    (
        "note|notes|memo|reminder|rappel to|for|pour self|me|myself|later|moi|plus|tout",
        "note a moi|soi",
        "pense bete|betes",
        "pensebete",
    )
)
"""« Note pour moi-même : … » is said to nobody."""
