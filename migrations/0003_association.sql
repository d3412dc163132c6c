-- The association behind a room: a room is its own association until it is linked to another.

CREATE TABLE association (
    number      INTEGER NOT NULL PRIMARY KEY,
    name        TEXT,
    language    TEXT CHECK (language IN ('fr', 'en')),
    time_zone   TEXT,                                -- IANA name; NULL: the host's default
    nudge_slot  TEXT,                                -- English weekday and local time, « tuesday 18:30 »; NULL: the default
    home_room   TEXT,                                -- the room that gets the broadcasts; NULL: its first one
    created_at  INTEGER NOT NULL                     -- milliseconds since the epoch
) STRICT;

CREATE TABLE association_room (
    room_id      TEXT    NOT NULL PRIMARY KEY,
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    listening    INTEGER NOT NULL DEFAULT 1 CHECK (listening IN (0, 1)),
    joined_at    INTEGER NOT NULL DEFAULT 0          -- when the room became one of the association's
) STRICT, WITHOUT ROWID;

CREATE INDEX association_room_by_association ON association_room (association);

-- What an association uses today. `entry` is a product or an alternative of the catalogue; a tool that
-- the catalogue does not know is kept by the name that was given.
CREATE TABLE inventory (
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    tool         TEXT    NOT NULL,                   -- catalogue id, or the folded name of an unknown tool
    name         TEXT    NOT NULL,                   -- as it is shown
    known        INTEGER NOT NULL CHECK (known IN (0, 1)),
    need         TEXT    NOT NULL DEFAULT '',        -- need id; '' when it was not said
    noted_at     INTEGER NOT NULL,
    PRIMARY KEY (association, tool, need)
) STRICT, WITHOUT ROWID;

-- What is known of each need: used (the inventory says by what), not-done, or unknown (« je ne sais pas »).
CREATE TABLE need_state (
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    need         TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('used', 'not-done', 'unknown')),
    known_at     INTEGER NOT NULL,                   -- milliseconds since the epoch
    PRIMARY KEY (association, need)
) STRICT, WITHOUT ROWID;

-- How it stood, each time that something changed: the answers, never the number alone, so that a corrected
-- catalogue does not look like progress.
CREATE TABLE standing (
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    noted_at     INTEGER NOT NULL,                   -- milliseconds since the epoch
    formula      INTEGER NOT NULL,
    catalogue    TEXT    NOT NULL,                   -- version of the catalogue
    answers      TEXT    NOT NULL,                   -- JSON: {need: {"state": …, "tools": [[id, name, known], …]}}
    PRIMARY KEY (association, noted_at)
) STRICT, WITHOUT ROWID;

-- A person who moderates a room has named its association: the same person may bring another room to it by saying
-- the same name there, while the offer is open. `key` is a digest of person and name: neither is kept.
CREATE TABLE link_offer (
    key          TEXT    NOT NULL PRIMARY KEY,
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    until        INTEGER NOT NULL                    -- milliseconds since the epoch
) STRICT, WITHOUT ROWID;

-- Somebody has asked to forget the association; the same person confirms. `asker` is a digest.
CREATE TABLE forget_request (
    room_id      TEXT    NOT NULL PRIMARY KEY,
    asker        TEXT    NOT NULL,
    question     TEXT    NOT NULL,                   -- transaction id of the message that asks to confirm
    until        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
