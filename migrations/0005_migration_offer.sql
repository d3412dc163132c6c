-- What an answer offered, by the ids of the catalogue, so that 🚀 or « on s’y met » finds it.
CREATE TABLE migration_offer (
    transaction_id  TEXT    NOT NULL PRIMARY KEY,    -- of the answer; the outbox knows its event
    room_id         TEXT    NOT NULL,
    products        TEXT    NOT NULL,                -- JSON: ids
    needs           TEXT    NOT NULL,                -- JSON: ids
    alternatives    TEXT    NOT NULL,                -- JSON: ids, in the order shown
    language        TEXT    NOT NULL CHECK (language IN ('fr', 'en')),
    offered_at      INTEGER NOT NULL                 -- milliseconds since the epoch, as all times here
) STRICT, WITHOUT ROWID;

CREATE INDEX migration_offer_by_room ON migration_offer (room_id, offered_at);
CREATE INDEX migration_offer_by_age ON migration_offer (offered_at);
