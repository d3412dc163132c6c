-- Local revisions of the catalogue over the shipped files; what is proposed, asked and due to be looked at.

-- Who changed what, when and why: signed on purpose, by moderators only.
CREATE TABLE revision (
    number   INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    made_at  INTEGER NOT NULL,                       -- milliseconds since the epoch, as all times here
    author   TEXT    NOT NULL,                       -- Matrix id of the moderator, or of the bot that is followed
    reason   TEXT    NOT NULL DEFAULT '',
    undoes   INTEGER REFERENCES revision,
    origin   TEXT                                    -- event of the catalogue room that it came from
) STRICT;

CREATE TABLE revision_entry (
    revision  INTEGER NOT NULL REFERENCES revision,
    place     INTEGER NOT NULL,
    kind      TEXT    NOT NULL,                      -- folder or file of the catalogue
    id        TEXT    NOT NULL,
    before    TEXT,                                  -- JSON document: the base; NULL: there was no such entry
    after     TEXT,                                  -- JSON document; NULL: taken out
    fate      TEXT    NOT NULL DEFAULT 'carried'
              CHECK (fate IN ('carried', 'already', 'conflict', 'settled')),
    PRIMARY KEY (revision, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX revision_entry_by_entry ON revision_entry (kind, id, revision);

-- A message of the bot that waits for a gesture: a change to confirm, or a proposal.
CREATE TABLE moderation_card (
    message   TEXT    NOT NULL PRIMARY KEY,          -- transaction id of the message
    author    TEXT    NOT NULL,                      -- moderator who typed the change; '' for a proposal
    draft     TEXT    NOT NULL,                      -- JSON: the changes, the reason, what is to be told
    proposal  INTEGER REFERENCES proposal ON DELETE CASCADE,
    made_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What anybody proposed: the room that hears the outcome, never the person. Words and room go once it is told.
CREATE TABLE proposal (
    number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    room_id   TEXT,
    event_id  TEXT,
    language  TEXT    NOT NULL CHECK (language IN ('fr', 'en')),
    words     TEXT,
    state     TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
    made_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX proposal_waiting ON proposal (number) WHERE state = 'waiting';
CREATE INDEX proposal_by_room ON proposal (room_id, made_at) WHERE room_id IS NOT NULL;

-- Rooms in which a name was asked about that nobody knew: kept until the room has heard that it is known now.
CREATE TABLE asked_in (
    name      TEXT    NOT NULL,                      -- folded, as in ask_unknown
    room_id   TEXT    NOT NULL,
    language  TEXT    NOT NULL CHECK (language IN ('fr', 'en')),
    asked_at  INTEGER NOT NULL,
    PRIMARY KEY (name, room_id)
) STRICT, WITHOUT ROWID;

-- Addresses that did not answer at the last `releve check --links`.
CREATE TABLE dead_link (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    url     TEXT NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (kind, id, url)
) STRICT, WITHOUT ROWID;

-- The last ISO week that the moderators had a digest for. One row.
CREATE TABLE moderation_digest (
    only  INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    week  TEXT    NOT NULL
) STRICT;
