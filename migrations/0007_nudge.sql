-- The weekly step: when each association gets its next one, and what it got.

CREATE TABLE nudge (
    association  INTEGER NOT NULL PRIMARY KEY REFERENCES association ON DELETE CASCADE,
    state        TEXT    NOT NULL CHECK (state IN ('on', 'off', 'silent', 'finished')),
    not_before   TEXT,                               -- ISO date: paused until then
    august       INTEGER NOT NULL DEFAULT 1 CHECK (august IN (0, 1)),   -- the break of August is kept
    unanswered   INTEGER NOT NULL DEFAULT 0,         -- steps in a row that nobody answered
    since        INTEGER NOT NULL,                   -- since when it wants any: milliseconds since the epoch, as all times here
    due_at       INTEGER,                            -- 0: to be computed again; NULL: nothing is due
    computed_at  INTEGER NOT NULL DEFAULT 0,         -- when it was computed: later than now, the clock was set back
    turn         INTEGER NOT NULL DEFAULT 0          -- the order among those that are due together, another each week
) STRICT, WITHOUT ROWID;

CREATE INDEX nudge_by_due ON nudge (due_at, turn) WHERE due_at IS NOT NULL;
CREATE INDEX nudge_by_computed ON nudge (computed_at);

-- Each step that was proposed: the weekly one has place 1, what was given instead of it the next ones. The
-- primary key is the promise of one a week.
CREATE TABLE nudge_step (
    association     INTEGER NOT NULL REFERENCES association ON DELETE CASCADE,
    week            TEXT    NOT NULL,                -- ISO week: 2026-W53
    place           INTEGER NOT NULL,
    transaction_id  TEXT    NOT NULL UNIQUE,
    room_id         TEXT    NOT NULL,
    key             TEXT    NOT NULL,                -- which step: step:12:export, look:forms:google-forms, quiz
    reason          TEXT    NOT NULL,
    points          INTEGER NOT NULL DEFAULT 0,
    sent_at         INTEGER NOT NULL,
    answer          TEXT CHECK (answer IN ('done', 'later', 'other', 'stop')),
    answered_at     INTEGER,
    cause           TEXT,                            -- the event that answered it
    PRIMARY KEY (association, week, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX nudge_step_by_room ON nudge_step (room_id, sent_at);
CREATE INDEX nudge_step_by_cause ON nudge_step (cause) WHERE cause IS NOT NULL;
CREATE INDEX nudge_step_by_answer ON nudge_step (association, answered_at) WHERE answer IS NOT NULL;

-- The first migration starts it; a later one brings it back from silence. What was switched off stays off.
CREATE TRIGGER nudge_starts AFTER INSERT ON migration BEGIN
    INSERT INTO nudge (association, state, since, due_at) VALUES (NEW.association, 'on', NEW.created_at, 0)
    ON CONFLICT DO UPDATE SET
        since = CASE state WHEN 'on' THEN since ELSE excluded.since END, state = 'on', unanswered = 0, due_at = 0
        WHERE state <> 'off';
END;

-- What decides the next date has changed: it is computed again.
CREATE TRIGGER nudge_after_settings AFTER UPDATE OF time_zone, nudge_slot, home_room ON association BEGIN
    UPDATE nudge SET due_at = 0 WHERE association = NEW.number AND state = 'on';
END;

CREATE TRIGGER nudge_after_room AFTER UPDATE OF left_at ON room WHEN NEW.left_at IS NOT OLD.left_at BEGIN
    UPDATE nudge SET due_at = 0 WHERE state = 'on'
        AND association = (SELECT association FROM association_room WHERE room_id = NEW.room_id);
END;

CREATE TRIGGER nudge_after_link AFTER UPDATE OF association ON association_room BEGIN
    UPDATE nudge SET due_at = 0 WHERE state = 'on' AND association IN (OLD.association, NEW.association);
END;
