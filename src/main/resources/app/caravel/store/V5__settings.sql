-- Small facts of the workspace: language, theme, what the first run has shown ...
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What the salesperson did about a contact on Today: handled (new signs bring it back), or put off until a time.
CREATE TABLE follow_up (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
    handled_at INTEGER NOT NULL,
    until      INTEGER                        -- null: done
);
