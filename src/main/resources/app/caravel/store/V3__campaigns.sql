-- Campaigns, the versions of their contents, and the ledger: the only truth about what was sent.
CREATE TABLE campaign (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL COLLATE NOCASE UNIQUE,
    state        TEXT NOT NULL,               -- draft, scheduled, running, paused, finished, cancelled
    list_id      INTEGER REFERENCES list (id) ON DELETE SET NULL,
    account_id   INTEGER REFERENCES account (id) ON DELETE SET NULL,
    subject      TEXT NOT NULL DEFAULT '',
    html         TEXT NOT NULL DEFAULT '',
    text         TEXT,                        -- null: made from the HTML
    tracked      INTEGER NOT NULL DEFAULT 1,
    scheduled_at INTEGER,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    started_at   INTEGER,
    finished_at  INTEGER,
    active_ms    INTEGER NOT NULL DEFAULT 0,  -- time spent sending, all runs together
    problem      TEXT                         -- a Reason as JSON: why it stopped by itself
);

-- What a mail was made from. Never changed: a later edit of the campaign makes a new row.
CREATE TABLE content_version (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    subject     TEXT NOT NULL,
    html        TEXT NOT NULL,
    text        TEXT NOT NULL,                -- the plain text's template, given or made
    links       TEXT NOT NULL,                -- JSON array, index = link number: {"url": template, "text": what it says}
    created_at  INTEGER NOT NULL
);

CREATE TABLE attachment (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    size        INTEGER NOT NULL,             -- bytes
    sha256      TEXT NOT NULL                 -- the file is attachments/<sha256> in the home
);

-- The ledger. Only campaign's Ledger writes it. A row of a campaign is unique per contact: nobody gets two.
CREATE TABLE message (
    id              INTEGER PRIMARY KEY,
    campaign_id     INTEGER NOT NULL REFERENCES campaign (id),
    contact_id      INTEGER NOT NULL,         -- kept when the contact goes
    address         TEXT NOT NULL,            -- canonical, as it was when queued
    recipient       TEXT NOT NULL,            -- as written in To
    recipient_name  TEXT,
    account_id      INTEGER NOT NULL,
    random_id       BLOB NOT NULL UNIQUE,     -- 10 random bytes: in tokens and X-Caravel-Id
    message_id      TEXT NOT NULL UNIQUE,     -- RFC 5322 Message-ID with its angle brackets
    state           TEXT NOT NULL,            -- held queued sending sent deferred failed bounced suppressed cancelled in_doubt
    since           INTEGER NOT NULL,         -- when it came into this state
    not_before      INTEGER,                  -- of queued and deferred
    attempts        INTEGER NOT NULL DEFAULT 0,
    sent_at         INTEGER,
    reply_code      INTEGER,                  -- the server's last answer
    reply           TEXT,
    reason          TEXT,                     -- a Reason as JSON, of held, failed, suppressed, deferred
    content_id      INTEGER REFERENCES content_version (id),
    merge           TEXT,                     -- JSON: the values that were filled in
    attachments     TEXT,                     -- JSON: [{"name","media_type","sha256"}]
    UNIQUE (campaign_id, contact_id)
);
CREATE INDEX message_state ON message (campaign_id, state, id);
CREATE INDEX message_account_sent ON message (account_id, sent_at);
CREATE INDEX message_contact ON message (contact_id);
CREATE INDEX message_address ON message (address);

-- Every step a message took, in order. Never changed.
CREATE TABLE transition (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL,              -- message.id
    at         INTEGER NOT NULL,
    state      TEXT NOT NULL,                 -- the state it came into
    reply_code INTEGER,
    reply      TEXT,
    reason     TEXT
);
CREATE INDEX transition_message ON transition (message_id, id);
