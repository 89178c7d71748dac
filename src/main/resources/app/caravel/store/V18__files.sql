-- A file for each recipient, found in a folder of this computer by a name with merge fields.
CREATE TABLE attachment_each (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    folder      TEXT NOT NULL,
    pattern     TEXT NOT NULL                 -- quote-{{ customer_no }}.pdf
);

-- What one message takes along beside the campaign's files; kept when it is queued.
CREATE TABLE message_file (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL,              -- message.id
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,              -- bytes
    sha256     TEXT NOT NULL                  -- the file is attachments/<sha256> in the home
);
CREATE INDEX message_file_message ON message_file (message_id);

-- An appointment that a campaign's mails carry as a calendar file.
CREATE TABLE invitation (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
    title       TEXT NOT NULL,
    place       TEXT NOT NULL DEFAULT '',
    note        TEXT NOT NULL DEFAULT '',
    starts      TEXT NOT NULL,                -- local date and time in the zone, 2026-10-15T10:00
    ends        TEXT NOT NULL,
    zone        TEXT NOT NULL,                -- Asia/Shanghai
    asks        INTEGER NOT NULL DEFAULT 0    -- whether an answer is asked for
);
