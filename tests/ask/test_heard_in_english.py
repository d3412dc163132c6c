"""What English-speaking members type, by family, and what is understood of it with the catalogue that is shipped."""

import pytest

from tests.ask.families import Family, cases, heard, language_heard

PLAIN: Family = {
    "hi all, does anyone know a decent replacement for Mailchimp?": "mailchimp",
    "what should we use instead of Google Sheets for the rota?": "google-sheets",
    "Dropbox alternatives?": "dropbox",
    "We're leaving Slack in June - what do we switch to?": "slack",
    "Is there an open source Trello?": "trello",
    "fed up with Facebook groups, where do we go instead?": "facebook-groups",
    "canva is getting pricey. what else is there?": "canva",
    "how do I get our club off WhatsApp?": "whatsapp",
    "thinking of ditching Zoom, any thoughts on what to use?": "zoom",
    "can anybody suggest something other than Eventbrite": "eventbrite",
    "any way to do this without Gmail?": "gmail",
    "Doodle is full of ads now, what are people using?": "doodle",
    "what would you replace Notion with?": "notion",
    "need an alternative to SurveyMonkey asap": "surveymonkey",
    "is there a privacy friendly version of Google Analytics": "google-analytics",
    "Airtable: what could take its place?": "airtable",
    "how can we stop relying on OneDrive?": "onedrive",
    "looking to move away from Wix, suggestions welcome": "wix",
    "something like Discord but not owned by a corporation?": "discord",
    "we'd like to drop Microsoft 365, what next?": "microsoft-365",
}
NOUN_PHRASES: Family = {
    "what can replace our Facebook page?": "facebook",
    "the committee's Dropbox account, what could we replace it with?": "dropbox",
    "how do we replace the parents' WhatsApp group?": "whatsapp",
    "an alternative to the club's Google Calendar?": "google-calendar",
    "what could replace the treasurer's Excel spreadsheet?": "excel",
    "our YouTube channel - where else could we host the videos?": "youtube",
    "we want to get rid of our Slack workspace. ideas?": "slack",
    "replacement for the Eventbrite page we use for the fair?": "eventbrite",
}
CORRECTED: Family = {
    "alternatives to Zoom? sorry I meant Teams": "microsoft-teams",
    "Signal can stay, but what replaces WhatsApp?": "whatsapp",
    "what could we use instead of Google Docs, not Google Drive": "google-docs",
    "replace Doodle (not Trello, we're keeping Trello) with what?": "doodle",
}
ORDINARY: Family = {
    "is there an alternative to Make for our automations?": "make",
    "what replaces Teams?": "microsoft-teams",
    "any alternative to Monday?": "monday",
    "can we make something else instead of cake?": "silent",
    "can you send me another plan for the stand?": "silent",
    "which teams replace ours on Sunday?": "silent",
    "what do we do instead of meeting on Monday?": "silent",
    "could someone replace the band for the gala?": "silent",
}
NEEDS: Family = {
    "what do you use for accounting?": "need:accounting",
    "any free tool to manage memberships?": "need:membership",
    "can someone recommend a good password manager?": "need:passwords",
    "we need something to send big files": "need:big-files",
    "looking for software to edit videos, preferably open source": "need:video-editing",
    "is there a free tool for making posters?": "need:graphic-design",
    "what's a good way to split expenses after a trip? an app maybe": "need:cost-sharing",
    "which app for car sharing to away games?": "need:carpool",
}
UNKNOWN: Family = {
    "what replaces Sellsy?": "unknown:Sellsy",
    "any open source alternative to Wild Apricot?": "unknown:Wild Apricot",
    "we pay for MemberMojo every month, what could replace it?": "unknown:MemberMojo",
    "is there something better than ClubBuddy?": "unknown:ClubBuddy",
    "> alternative to flurbl?": "unknown:flurbl",
}
ASK: Family = {
    "how do we get away from Google?": "ask",
    "what can replace Microsoft?": "ask",
    "> adobe": "ask",
    "we want to leave big tech, where do we start?": "ask",
}
KEPT_OR_GONE: Family = {
    "what replaces Jitsi Meet?": "keep:jitsi-meet",
    "alternative to LibreOffice?": "keep:libreoffice",
    "what do we use instead of Google Hangouts?": "gone:google-hangouts",
    "should we move from Mastodon to Twitter?": "keep:mastodon",
}
CHATTER: Family = {
    "I'll send the Zoom link later": "silent",
    "did you get my Doodle?": "silent",
    "who is replacing Anna at the desk tonight?": "silent",
    "we moved from Slack to Mattermost last year, no regrets": "silent",
    "my sister wants to leave Facebook": "silent",
    "the council is switching to Microsoft 365 apparently": "silent",
    "can we move the Zoom to 7pm instead?": "silent",
    "what time is the Teams call?": "silent",
    "where do I find the minutes on Google Drive?": "silent",
    'she asked "what replaces Zoom?" and nobody knew': "silent",
    "what can I use instead of butter?": "silent",
    "is anyone else having trouble with Gmail today?": "silent",
    "I prefer Signal to WhatsApp": "silent",
    "we should replace the kettle, any suggestions?": "silent",
    "great article about alternatives to Google": "silent",
    "how much does Canva cost?": "silent",
    "please use the form instead of emailing me": "silent",
    "where do we park?": "silent",
}
ADDRESSED: Family = {
    "> dropbox?": "dropbox",
    "> we use Mailchimp at the moment": "mailchimp",
    "> hello there": "help",
    "> what's the weather like?": "help",
    "> video calls": "need:video-call",
    "> thanks!": "silent",
}


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(PLAIN, NOUN_PHRASES, CORRECTED, ORDINARY, NEEDS, UNKNOWN, ASK, KEPT_OR_GONE, ADDRESSED),
)
def test_a_question_is_understood(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"


@pytest.mark.parametrize("text", [*PLAIN, *NOUN_PHRASES, *NEEDS])
def test_what_is_asked_in_english_is_answered_in_english(text: str) -> None:
    assert language_heard(text, "fr") == "en"
