-- Rooms in which the bot has given its three examples, on the first greeting: once is enough.
CREATE TABLE help_introduced (
    room_id  TEXT  NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
