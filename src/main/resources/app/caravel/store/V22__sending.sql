-- How an account is spared beside account.per_hour and account.per_day. 0: no limit. No row: none of these.
CREATE TABLE account_pace (
    account_id        INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    per_minute        INTEGER NOT NULL DEFAULT 0,
    per_domain_hour   INTEGER NOT NULL DEFAULT 0, -- mails an hour to one domain of recipients
    connections       INTEGER NOT NULL DEFAULT 0, -- at once
    per_connection    INTEGER NOT NULL DEFAULT 0, -- mails until it is opened anew
    like_a_person     INTEGER NOT NULL DEFAULT 0, -- random gaps between mails
    ramp_first        INTEGER NOT NULL DEFAULT 0, -- mails on the first day; it grows from there to per_day
    ramp_since        INTEGER,                    -- when the first day began: at its first mail
    learned_per_day   INTEGER NOT NULL DEFAULT 0, -- what it took in 24 hours when its server said that the limit was reached
    reply_to          TEXT                        -- where answers go, NULL: to From
);

-- An account that is at rest: nothing leaves by it until then, or until a person lets it go on.
CREATE TABLE account_rest (
    account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    since      INTEGER NOT NULL,
    until      INTEGER,                           -- NULL: until a person lets it go on
    reason     TEXT NOT NULL                      -- a Reason as JSON
);

-- The accounts that a campaign is spread over; none: campaign.account_id alone.
CREATE TABLE campaign_account (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    weight      INTEGER NOT NULL DEFAULT 1,
    list_id     INTEGER REFERENCES list (id) ON DELETE CASCADE, -- spread by list: this list's people
    UNIQUE (campaign_id, account_id, list_id)
);
ALTER TABLE campaign ADD COLUMN spread TEXT NOT NULL DEFAULT 'weight'; -- weight, list, owner
ALTER TABLE campaign ADD COLUMN schedule TEXT;                         -- JSON: when it goes to whom; NULL: at once
ALTER TABLE campaign ADD COLUMN manners INTEGER;                       -- NULL: by the account

-- Until when a planned message may leave; later it waits for its next window.
ALTER TABLE message ADD COLUMN not_after INTEGER;
ALTER TABLE message ADD COLUMN bytes INTEGER;                          -- size of the mail as it left
CREATE INDEX message_waiting ON message (not_before) WHERE not_before IS NOT NULL;
