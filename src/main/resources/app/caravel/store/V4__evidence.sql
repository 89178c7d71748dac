-- The tracker this workspace is paired with, the raw events as they came, and what we believe of them.
CREATE TABLE tracker (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    base_url   TEXT NOT NULL,                 -- public address, no slash at its end
    workspace  INTEGER NOT NULL,              -- its number in tokens
    key_id     INTEGER NOT NULL,
    key        BLOB NOT NULL,                 -- 32 bytes; kept here so that a backup holds it
    api_key    TEXT NOT NULL,                 -- bearer key of the events endpoint
    paired_at  INTEGER NOT NULL,
    epoch      TEXT,                          -- of the tracker's database, as last met
    sequence   INTEGER NOT NULL DEFAULT 0,    -- the last event taken in of that epoch
    reached_at INTEGER,
    failing_since INTEGER,
    problem    TEXT,                          -- a Reason as JSON
    latency_ms INTEGER
);

CREATE TABLE event (
    id          INTEGER PRIMARY KEY,
    epoch       TEXT NOT NULL,
    sequence    INTEGER NOT NULL,
    kind        TEXT NOT NULL,                -- open, click, unsubscribe_page, unsubscribe
    at          INTEGER NOT NULL,
    random_id   BLOB NOT NULL,                -- of the message
    message_id  INTEGER,                      -- message.id, null where the ledger does not know it
    link        INTEGER,                      -- link number of a click
    url         TEXT,                         -- destination of a click
    method      TEXT NOT NULL,
    user_agent  TEXT NOT NULL DEFAULT '',
    prefetch    INTEGER NOT NULL DEFAULT 0,   -- a header said that it was fetched ahead
    address     TEXT,                         -- of the reader; privacy cuts it to the network after some days
    network     TEXT,                         -- /24 or /48, kept for good
    raw         TEXT NOT NULL,                -- the line as the tracker sent it
    UNIQUE (epoch, sequence)
);
CREATE INDEX event_message ON event (message_id, at);
CREATE INDEX event_at ON event (at);

-- Derived from events, recomputable. One row an event.
CREATE TABLE verdict (
    event_id INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    verdict  TEXT NOT NULL,                   -- person, likely, proxy, machine, pending
    reasons  TEXT NOT NULL,                   -- JSON array of Reasons
    rule     INTEGER NOT NULL                 -- version of the classifier that said so
);
CREATE INDEX verdict_pending ON verdict (event_id) WHERE verdict = 'pending';

-- How far a work on events has come: the last event.id that it has seen. So that what a person undid later is not done again.
CREATE TABLE event_mark (
    work     TEXT PRIMARY KEY,                -- unsubscribe: handed to the suppression list
    event_id INTEGER NOT NULL
) WITHOUT ROWID;
