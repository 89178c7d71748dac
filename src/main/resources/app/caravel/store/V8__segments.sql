-- Saved queries over contacts. The query is one line of the language that app.caravel.audience reads.
CREATE TABLE segment (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    query      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);

-- Whether somebody was written to since a day is answered from the index alone.
CREATE INDEX message_contact_sent ON message (contact_id, sent_at);
DROP INDEX message_contact;
