-- What the DNS said of the domains that mail is sent from, as findings, until somebody looks again.
CREATE TABLE domain_health (
    domain   TEXT PRIMARY KEY,                -- lower case, A-labels
    at       INTEGER NOT NULL,                -- when it was looked at
    findings TEXT NOT NULL                    -- JSON array: kind, state, reason, dns
) WITHOUT ROWID;

-- The signature of a mail that came from the domain, as its provider wrote it: where its key is and which headers it covers.
CREATE TABLE domain_signature (
    domain   TEXT PRIMARY KEY,                -- of the mail's From
    signer   TEXT NOT NULL,                   -- whose key signed it: the same domain, or the provider's
    selector TEXT NOT NULL,
    headers  TEXT NOT NULL,                   -- of its h= tag, lower case, with colons between
    at       INTEGER NOT NULL
) WITHOUT ROWID;

-- Keys that Caravel signs a domain's mail with, for hosts that do not sign. The private one is with the secrets.
CREATE TABLE domain_signing (
    id         INTEGER PRIMARY KEY,           -- names its secret
    domain     TEXT NOT NULL UNIQUE,
    selector   TEXT NOT NULL,
    public_key TEXT NOT NULL,                 -- base64, as the DNS shows it
    seen_at    INTEGER,                       -- when the key was last seen in the DNS; null: never
    is_on      INTEGER NOT NULL DEFAULT 0
);
