-- Migrations: one association moving one need from a product to an alternative, step by step.

CREATE TABLE migration (
    number       INTEGER NOT NULL PRIMARY KEY,
    association  INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    place        INTEGER NOT NULL,                   -- from 1 in each association: what people type
    need         TEXT    NOT NULL,
    product      TEXT    NOT NULL DEFAULT '',        -- '': a need alone
    alternative  TEXT    NOT NULL,
    host         TEXT    NOT NULL DEFAULT '',        -- '': not chosen
    state        TEXT    NOT NULL CHECK (state IN ('planned', 'moving', 'done', 'dropped')),
    who          TEXT,                               -- first names as given, or '*'; gone once it is over
    by_day       TEXT,                               -- ISO date; gone once it is over
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    UNIQUE (association, place)
) STRICT;

-- A move is planned once at a time.
CREATE UNIQUE INDEX migration_under_way ON migration (association, need, product) WHERE state IN ('planned', 'moving');

CREATE TABLE migration_step (
    migration  INTEGER NOT NULL REFERENCES migration ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    done_at    INTEGER,
    PRIMARY KEY (migration, place)
) STRICT, WITHOUT ROWID;

-- Each change with its date, and what it takes to undo it. Nobody is named.
CREATE TABLE migration_change (
    number       INTEGER NOT NULL PRIMARY KEY,
    migration    INTEGER NOT NULL REFERENCES migration ON DELETE CASCADE,
    state        TEXT    NOT NULL,                   -- after the change
    changed_at   INTEGER NOT NULL,
    cause        TEXT    NOT NULL,                   -- event that brought it about
    before       TEXT                                -- JSON: state, steps, tools; NULL: it did not exist
) STRICT;

CREATE INDEX migration_change_by_migration ON migration_change (migration, number);
CREATE INDEX migration_change_by_cause ON migration_change (cause);

-- The bot's own messages about a migration, so that a reply or a reaction finds it.
CREATE TABLE migration_message (
    transaction_id  TEXT    NOT NULL PRIMARY KEY,
    migration       INTEGER NOT NULL REFERENCES migration ON DELETE CASCADE,
    room_id         TEXT    NOT NULL,
    asks            INTEGER NOT NULL CHECK (asks IN (0, 1)),   -- it asked who takes it, and by when
    said_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX migration_message_by_room ON migration_message (room_id, said_at);
CREATE INDEX migration_message_by_migration ON migration_message (migration);
