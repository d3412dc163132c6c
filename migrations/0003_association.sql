-- The association behind a room: a room is its own association until it is linked to another.

CREATE TABLE association (
    number      INTEGER NOT NULL PRIMARY KEY,
    name        TEXT,
    language    TEXT CHECK (language IN ('fr', 'en')),
    created_at  INTEGER NOT NULL                     -- milliseconds since the epoch
) STRICT;

CREATE TABLE association_room (
    room_id      TEXT    NOT NULL PRIMARY KEY,
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    listening    INTEGER NOT NULL DEFAULT 1 CHECK (listening IN (0, 1))
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
