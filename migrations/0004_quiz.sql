-- A quiz of a room: five questions, the votes while it lasts, the counts for good.

CREATE TABLE quiz (
    number      INTEGER NOT NULL PRIMARY KEY,
    room_id     TEXT    NOT NULL,
    cause       TEXT    NOT NULL,                    -- event that started it; names all its messages
    thread      TEXT,                                -- root of the thread in which it is held
    series      TEXT,                                -- knowledge quiz of the catalogue; NULL: where the association stands
    language    TEXT    NOT NULL CHECK (language IN ('fr', 'en')),
    direct      INTEGER NOT NULL CHECK (direct IN (0, 1)),
    encrypted   INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
    polls       INTEGER NOT NULL CHECK (polls IN (0, 1)),
    state       TEXT    NOT NULL CHECK (state IN ('open', 'paused', 'closed')),
    silent      INTEGER NOT NULL DEFAULT 0,          -- questions in a row that nobody answered
    started_at  INTEGER NOT NULL,                    -- milliseconds since the epoch, as all times here
    wake_at     INTEGER                              -- when something is due; NULL: never
) STRICT;

-- One quiz at a time in a room.
CREATE UNIQUE INDEX quiz_under_way ON quiz (room_id) WHERE state <> 'closed';
CREATE INDEX quiz_by_wake ON quiz (wake_at) WHERE wake_at IS NOT NULL;

CREATE TABLE question (
    quiz        INTEGER NOT NULL REFERENCES quiz ON DELETE CASCADE,
    place       INTEGER NOT NULL,                    -- from 1
    need        TEXT,                                -- what it is about, in a quiz of where the association stands
    ask         TEXT    NOT NULL,
    answers     TEXT    NOT NULL,                    -- JSON: [[id, text], …]
    key         TEXT,                                -- JSON of a knowledge question: right answer, why, source
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'open', 'closed')),
    poll        TEXT    UNIQUE,                      -- transaction id of the poll
    twin        TEXT    UNIQUE,                      -- transaction id of its twin in text
    opened_at   INTEGER,
    until       INTEGER,                             -- the time limit
    shown       TEXT,                                -- JSON: the counts that the twin shows
    shown_at    INTEGER,
    edits       INTEGER NOT NULL DEFAULT 0,
    recount     TEXT,                                -- transaction id of the recount that is awaited
    recount_at  INTEGER,
    late_told   INTEGER NOT NULL DEFAULT 0 CHECK (late_told IN (0, 1)),
    counts      TEXT,                                -- JSON, from the close on: {answer: votes}
    PRIMARY KEY (quiz, place)
) STRICT, WITHOUT ROWID;

-- Who voted what, only until the quiz closes.
CREATE TABLE vote (
    event_id  TEXT    NOT NULL PRIMARY KEY,
    quiz      INTEGER NOT NULL REFERENCES quiz ON DELETE CASCADE,
    place     INTEGER NOT NULL,
    sender    TEXT    NOT NULL,
    sent_at   INTEGER NOT NULL,                      -- by the homeserver's clock: the latest one counts
    noted_at  INTEGER NOT NULL,
    kind      TEXT    NOT NULL CHECK (kind IN ('poll', 'typed', 'reaction')),
    answers   TEXT    NOT NULL                       -- JSON: answer ids as sent; [] takes the vote back
) STRICT;

CREATE INDEX vote_by_quiz ON vote (quiz, place);

-- What was removed while a quiz lasts, so that a vote which comes after its own removal does not count.
CREATE TABLE removed_vote (
    event_id  TEXT    NOT NULL PRIMARY KEY,
    quiz      INTEGER NOT NULL REFERENCES quiz ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
