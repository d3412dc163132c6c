-- Where the bot is, what it has handled, what it has to say.

CREATE TABLE room (
    room_id    TEXT    NOT NULL PRIMARY KEY,
    direct     INTEGER NOT NULL DEFAULT 0 CHECK (direct IN (0, 1)),
    encrypted  INTEGER NOT NULL DEFAULT 0 CHECK (encrypted IN (0, 1)),
    public     INTEGER NOT NULL DEFAULT 0 CHECK (public IN (0, 1)),
    greeted    INTEGER NOT NULL DEFAULT 0 CHECK (greeted IN (0, 1)),
    joined_at  INTEGER NOT NULL,                    -- milliseconds since the epoch
    left_at    INTEGER                              -- set while the bot is not in the room
) STRICT, WITHOUT ROWID;

-- How far the homeserver has been listened to. One row.
CREATE TABLE sync_position (
    only   INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    token  TEXT    NOT NULL
) STRICT;

-- Events that were handled: only their ids, so that an event seen twice is handled once.
CREATE TABLE inbox (
    event_id    TEXT    NOT NULL PRIMARY KEY,
    handled_at  INTEGER NOT NULL                    -- milliseconds since the epoch
) STRICT, WITHOUT ROWID;

CREATE INDEX inbox_by_age ON inbox (handled_at);

-- What the bot has to send, in the order in which it was decided. The text goes once it is sent.
CREATE TABLE outbox (
    number          INTEGER NOT NULL PRIMARY KEY,
    transaction_id  TEXT    NOT NULL UNIQUE,        -- Matrix transaction id, derived from the cause
    room_id         TEXT    NOT NULL,
    lane            TEXT    NOT NULL CHECK (lane IN ('conversation', 'broadcast')),
    kind            TEXT    NOT NULL,               -- say, revise, withdraw, react
    payload         TEXT,                           -- JSON; NULL once sent or given up
    target          TEXT,                           -- transaction id of the message that this one changes
    posted_at       INTEGER NOT NULL,               -- milliseconds since the epoch
    sent_at         INTEGER,
    event_id        TEXT,                           -- what the homeserver called it
    refused         TEXT                            -- why the homeserver will never take it
) STRICT;

CREATE INDEX outbox_waiting ON outbox (number) WHERE payload IS NOT NULL;
CREATE INDEX outbox_by_event ON outbox (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX outbox_by_age ON outbox (sent_at) WHERE sent_at IS NOT NULL;
