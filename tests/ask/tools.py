"""The tools that these tests talk about: a few products, what takes over from them, and who hosts it."""

from bot.catalog.names import Names
from tests.catalog.small import alternative, both, catalogue, giant, host, need, product

_AT_FRAMASOFT = {"host": "framasoft", "cost": both("gratuit", "free")}

CATALOGUE = catalogue(
    giant("Google", words=["google"], asks=["google-drive", "gmail", "google-agenda"]),
    giant("Microsoft", words=["microsoft"], asks=["word"]),
    giant("Meta", words=["meta"]),
    host("Framasoft", url="https://framasoft.org"),
    host("Zourit", open="on-request"),
    host("Closed House", open="no"),
    need("video-call", "visio", "video call", weight=2),
    need(
        "file-storage",
        "fichiers partagés",
        "shared files",
        say={"fr": ["partage de fichiers", "dossier partagé"], "en": ["file sharing"]},
        weight=3,
    ),
    need("email", "courriel", "e-mail", say={"fr": ["mail", "messagerie"], "en": ["email"]}, ambiguous=["messagerie"]),
    need("messaging", "messagerie instantanée", "messaging", say={"fr": ["messagerie", "tchat"], "en": ["messaging"]}),
    need("forms", "formulaires", "forms", say={"fr": ["formulaire", "sondage d’opinion"], "en": ["form", "survey"]}),
    need("date-poll", "sondage de dates", "date poll", say={"fr": ["sondage de dates"], "en": ["date poll"]}),
    need("office-suite", "bureautique", "office suite", say={"fr": ["traitement de texte"], "en": ["word processor"]}),
    need("maps", "cartes", "maps", say={"fr": ["itinéraire"], "en": ["directions"]}),
    need("calendar", "agenda partagé", "shared calendar", say={"fr": ["agenda", "planning"], "en": ["calendar"]}),
    product("Zoom", owner={"name": "Zoom"}, aliases={"any": ["zoom.us"]}, needs_context=["zoom"], use="jitsi-meet bbb"),
    product(
        "Google Drive", needs="file-storage", use="nextcloud", aliases={"any": ["gdrive"]}, needs_context=["drive"]
    ),
    product("Google Forms", needs="forms", use="framaforms nextcloud-forms"),
    product("Google Agenda", needs="calendar", use="nextcloud"),
    product("Google Maps", needs="maps", use="umap", ambiguous=["maps"]),
    product("Apple Maps", needs="maps", use="umap", owner={"name": "Apple"}, ambiguous=["maps"]),
    product("Gmail", needs="email", use="mailo"),
    product("Word", owner="microsoft", needs="office-suite", use="libreoffice", needs_context=["word"]),
    product("Microsoft 365", owner="microsoft", needs="office-suite file-storage", use="libreoffice"),
    product("Microsoft Teams", owner="microsoft", needs="video-call", needs_context=["teams"]),
    product("Notion", owner={"name": "Notion"}, needs="file-storage", use="nextcloud", needs_context=["notion"]),
    product("Doodle", owner={"name": "Doodle"}, needs="date-poll", use="framadate"),
    product("WhatsApp", owner="meta", needs="messaging", use="signal"),
    product("Facebook", owner="meta", needs="messaging", use="signal"),
    product(
        "Dropbox",
        owner={"name": "Dropbox"},
        needs="file-storage",
        use="nextcloud",
        aliases={"misspelt": ["dropboks"]},
    ),
    product(
        "HelloAsso",
        owner={"name": "HelloAsso"},
        needs="forms",
        use="framaforms",
        answer="keep",
        hint=both("Entreprise sociale française.", "A French social enterprise."),
    ),
    product(
        "Skype",
        owner="microsoft",
        answer="gone",
        gone={"when": "2025-05-05", "what": both("Skype a fermé en mai 2025.", "Skype closed in May 2025.")},
    ),
    product(
        "Canva",
        owner={"name": "Canva"},
        needs="forms",
        use="framaforms",
        answer="no-equivalent",
        hint=both("Les modèles en deux clics n’existent pas ailleurs.", "Nobody else has the two-click templates."),
    ),
    alternative("Jitsi Meet", offers=[{**_AT_FRAMASOFT, "service": "Framatalk", "url": "https://framatalk.org"}]),
    alternative("BBB", offers=[{"host": "zourit", "cost": both("sur devis", "on quotation")}]),
    alternative("Nextcloud", "file-storage calendar", offers=[{**_AT_FRAMASOFT, "service": "Framaspace"}]),
    alternative("Nextcloud Forms", "forms", offers=[_AT_FRAMASOFT], part_of="nextcloud"),
    alternative("Framaforms", "forms", offers=[_AT_FRAMASOFT]),
    alternative("Framadate", "date-poll", offers=[_AT_FRAMASOFT]),
    alternative("LibreOffice", "office-suite"),
    alternative("Mailo", "email", licence="not-free"),
    alternative("Signal", "messaging"),
    alternative("uMap", "maps", offers=[_AT_FRAMASOFT]),
)
NAMES = Names(CATALOGUE)
