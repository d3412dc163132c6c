-- What was answered, so that a follow-up is understood after a restart: ids of the catalogue, no message text.
CREATE TABLE ask_answer (
    question        TEXT    NOT NULL PRIMARY KEY,   -- event id of the question
    room_id         TEXT    NOT NULL,
    transaction_id  TEXT    NOT NULL UNIQUE,        -- of the answer; the outbox knows its event
    addressed       INTEGER NOT NULL CHECK (addressed IN (0, 1)),
    follows         TEXT,                           -- the question whose answer this one goes on from
    topic           TEXT    NOT NULL,               -- JSON: products, needs, alternatives shown, choices, language
    answered_at     INTEGER NOT NULL                -- milliseconds since the epoch
) STRICT, WITHOUT ROWID;

CREATE INDEX ask_answer_by_room ON ask_answer (room_id, answered_at);
CREATE INDEX ask_answer_by_age ON ask_answer (answered_at);

-- Names that were asked about and are not in the catalogue: the name only, never who asked, never where.
CREATE TABLE ask_unknown (
    name        TEXT    NOT NULL PRIMARY KEY,       -- folded
    shown       TEXT    NOT NULL,                   -- as it was typed last, tamed
    count       INTEGER NOT NULL DEFAULT 1 CHECK (count > 0),
    last_asked  INTEGER NOT NULL                    -- milliseconds since the epoch
) STRICT, WITHOUT ROWID;
