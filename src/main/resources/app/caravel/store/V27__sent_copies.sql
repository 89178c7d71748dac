-- Copies of what is sent in an account's own Sent folder. No row: all wanted, and nobody has looked whether the provider keeps them.
CREATE TABLE account_sent_copy (
    account_id     INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    provider_keeps TEXT NOT NULL DEFAULT 'unknown', -- yes, no, unknown
    checked_at     INTEGER,                         -- when that was found out
    wanted         TEXT NOT NULL DEFAULT 'all',     -- all, sample, none
    problem        TEXT,                            -- a Reason as JSON: why the last copy could not be made; NULL: it could
    count_by_hand  INTEGER NOT NULL DEFAULT 0,      -- what a person sends by the mailbox counts into the account's limits
    by_hand_at     INTEGER                          -- when the Sent folder was last read for that
);

-- Copies that are still to be made.
CREATE TABLE sent_copy_due (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL
);
CREATE INDEX sent_copy_due_account ON sent_copy_due (account_id, not_before);

-- Up to which transition the ledger was read for it: what was sent before this version gets no copy.
CREATE TABLE sent_copy_cursor (after INTEGER NOT NULL);
INSERT INTO sent_copy_cursor SELECT ifnull(max(id), 0) FROM transition;

-- What a person sent by the mailbox itself within a day, read from its Sent folder. One row a mail.
CREATE TABLE mailbox_sent (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL
);
CREATE INDEX mailbox_sent_account ON mailbox_sent (account_id, at);
