-- Spaces, messages whose key has not come, and what `releve doctor` tells of a running bot.

ALTER TABLE room ADD COLUMN space INTEGER NOT NULL DEFAULT 0 CHECK (space IN (0, 1));

-- The Matrix space of the association, where there is one that confirms its rooms.
ALTER TABLE association ADD COLUMN space TEXT;
CREATE UNIQUE INDEX association_by_space ON association (space) WHERE space IS NOT NULL;

-- Encrypted messages that could not be read yet. They are kept sealed, a few days at most, and go when their key comes.
CREATE TABLE unread (
    event_id    TEXT    NOT NULL PRIMARY KEY,
    room_id     TEXT    NOT NULL,
    session_id  TEXT    NOT NULL,                    -- whose key is missing
    sealed      TEXT    NOT NULL,                    -- the event as it came, JSON
    came_at     INTEGER NOT NULL,                    -- milliseconds since the epoch, as all times here
    fresh       INTEGER NOT NULL CHECK (fresh IN (0, 1)),   -- it was new when it came: the room may be told
    withheld    TEXT,                                -- why the sender's client does not give the key
    asked_at    INTEGER,                             -- when the key was asked for last
    told        INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX unread_by_age ON unread (came_at);

-- What a running bot met that whoever keeps it should know: rate limits, withheld keys.
CREATE TABLE observation (
    name     TEXT    NOT NULL PRIMARY KEY,
    count    INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL,                       -- the last time
    detail   TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
