-- What the DNS said of the domains that people have their addresses at, kept for some weeks. What was not answered is not kept.
CREATE TABLE mail_domain (
    domain TEXT PRIMARY KEY,                  -- lower case, A-labels
    state  TEXT NOT NULL,                     -- found, none, null_mx
    hosts  TEXT NOT NULL DEFAULT '[]',        -- JSON array of mail servers, the preferred first
    at     INTEGER NOT NULL                   -- when it was asked
) WITHOUT ROWID;

-- Who takes a contact's mail, known from his domain's mail servers: a provider or security gateway of dns/mail-hosts.tsv.
ALTER TABLE contact ADD COLUMN mail_host TEXT;
