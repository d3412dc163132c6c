"""A few tools, enough to move from: files, date polls, mail."""

from bot.catalog.names import Names
from tests.catalog.small import alternative, both, catalogue, giant, host, need, product

SOURCE = {"title": "Page du projet", "date": "2026-10"}
CATALOGUE = catalogue(
    product(
        "Google Drive",
        needs="files",
        use="nextcloud cryptpad",
        effort="week",
        export={
            "how": both("Google Takeout rend les dossiers.", "Google Takeout hands it over."),
            "url": "https://takeout.google.com",
        },
    ),
    product("Doodle", needs="date-poll", use="framadate", owner={"name": "Doodle", "country": "CH"}),
    product("Gmail", needs="mail", use="mailo", effort="season"),
    alternative(
        "Nextcloud",
        "files",
        offers=[
            {
                "host": "framasoft",
                "service": "Framaspace",
                "url": "https://frama.space",
                "cost": both("gratuit", "free"),
            }
        ],
        first_steps=[
            both("Demander un espace.", "Ask for a space."),
            both("Y déposer le prochain compte rendu.", "Put the next minutes there."),
            both("Décider d’un plan de dossiers.", "Agree on a folder plan."),
        ],
    ),
    alternative("CryptPad", "files"),
    alternative("Framadate", "date-poll"),
    alternative("Mailo", "mail"),
    alternative("OneDrive libre", "files", also_product="onedrive"),
    product("OneDrive", needs="files", use="nextcloud", owner="microsoft"),
    need("files", "fichiers", "files", weight=3, alternatives=["nextcloud"]),
    need("date-poll", "sondage de dates", "date poll"),
    need("mail", "courriel", "e-mail", weight=3),
    host("Framasoft"),
    giant("Microsoft"),
)
NAMES = Names(CATALOGUE)
