-- What is known of a person beyond his file: where each guess comes from, his stage, tags, notes, what was changed by hand, what comes next.
-- *_source: column, hand; or guessed: phone, domain, city, country. Null where the value is.
ALTER TABLE contact ADD COLUMN country_source TEXT;
ALTER TABLE contact ADD COLUMN language_source TEXT;
ALTER TABLE contact ADD COLUMN time_zone_source TEXT;
ALTER TABLE contact ADD COLUMN stage TEXT;                        -- prospect, new, active, lapsed, long_lapsed, seasonal
ALTER TABLE contact ADD COLUMN import_line INTEGER;               -- where his row began in the file of import_id, from 1
ALTER TABLE contact ADD COLUMN derived INTEGER NOT NULL DEFAULT 0; -- 0: what is guessed of him is to be guessed anew
UPDATE contact SET country_source = 'column' WHERE country IS NOT NULL;
UPDATE contact SET language_source = 'column' WHERE language IS NOT NULL;
UPDATE contact SET time_zone_source = 'column' WHERE time_zone IS NOT NULL;
CREATE INDEX contact_underived ON contact (id) WHERE derived = 0;
CREATE INDEX contact_stage ON contact (stage) WHERE stage IS NOT NULL;

ALTER TABLE company ADD COLUMN country TEXT;                      -- by hand alone; else it is known from the people and the domain

CREATE TABLE tag (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    created_at INTEGER NOT NULL
);

CREATE TABLE contact_tag (
    tag_id     INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    added_at   INTEGER NOT NULL,
    PRIMARY KEY (tag_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX contact_tag_contact ON contact_tag (contact_id);

CREATE TABLE note (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    text       TEXT NOT NULL,
    edited_at  INTEGER
);
CREATE INDEX note_contact ON note (contact_id, at);

-- What was changed of a contact by hand, in order. A change that was undone is not here.
CREATE TABLE contact_change (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    field      TEXT NOT NULL,                 -- a column of contact, company, or attribute:<header>
    before     TEXT,
    after      TEXT
);
CREATE INDEX contact_change_contact ON contact_change (contact_id, at);

-- When somebody is to be spoken to again, and why. One row a person; beside follow_up, which answers to signs.
CREATE TABLE next_step (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
    day        TEXT NOT NULL,                 -- ISO date where the salesperson sits
    word       TEXT NOT NULL DEFAULT '',
    set_at     INTEGER NOT NULL
);
CREATE INDEX next_step_day ON next_step (day);

-- Tags, notes, changes and next step of a deleted contact: JSON object of arrays, each a row without its contact.
ALTER TABLE deleted_contact ADD COLUMN beside TEXT NOT NULL DEFAULT '{}';
