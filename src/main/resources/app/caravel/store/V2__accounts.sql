-- Mailboxes to send from. No secret is ever kept here.
CREATE TABLE account (
    id            INTEGER PRIMARY KEY,
    name          TEXT NOT NULL COLLATE NOCASE UNIQUE,
    from_name     TEXT NOT NULL DEFAULT '',
    from_address  TEXT NOT NULL,
    smtp_host     TEXT NOT NULL,
    smtp_port     INTEGER NOT NULL,
    smtp_security TEXT NOT NULL,              -- none, starttls, tls
    user_name     TEXT,                       -- null: no sign-in
    imap_host     TEXT,
    imap_port     INTEGER,
    per_hour      INTEGER NOT NULL DEFAULT 0, -- mails; 0: no limit
    per_day       INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    tested_at     INTEGER,
    test_problem  TEXT                        -- a Reason as JSON; null: the last test was fine
);
