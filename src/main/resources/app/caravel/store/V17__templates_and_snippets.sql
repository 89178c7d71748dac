-- Mails to begin from, the sender's own. Those that come with Caravel are resources of the program.
CREATE TABLE template (
    id            INTEGER PRIMARY KEY AUTOINCREMENT, -- never again for another: what was deleted comes back under its own
    name          TEXT NOT NULL COLLATE NOCASE UNIQUE,
    subject       TEXT NOT NULL,
    html          TEXT NOT NULL,
    text          TEXT,                        -- null: made from the HTML
    original_kind TEXT NOT NULL DEFAULT 'html', -- html, mjml, design
    original      TEXT,                        -- null: the HTML itself
    note          TEXT NOT NULL DEFAULT '',    -- for the sender: when to use it
    archived      INTEGER NOT NULL DEFAULT 0,
    changed_at    INTEGER NOT NULL,
    picture       BLOB                         -- PNG; null: to be drawn
);

-- Pieces of mails: blocks to be put into others.
CREATE TABLE snippet (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    blocks     TEXT NOT NULL,                  -- JSON, as on the clipboard
    archived   INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
);

-- Put away: not shown until it is asked for.
ALTER TABLE campaign ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
