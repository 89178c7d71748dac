-- How accounts sign in, beside what account holds. An account without a row signs in by password. No secret is ever kept here.
CREATE TABLE account_sign_in (
    account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    issuer     TEXT NOT NULL, -- google, microsoft
    client_id  TEXT,          -- the user's own; null: the one that is built in
    endpoint   TEXT           -- null: the issuer's own; else a server on this computer that stands in for it
);

-- Which way lines take. An account without a row goes as the workspace does, and a workspace without one as the system says.
CREATE TABLE route (
    account_id INTEGER REFERENCES account (id) ON DELETE CASCADE, -- null: the workspace
    kind       TEXT NOT NULL, -- direct, system, socks5, http
    host       TEXT,          -- of the proxy
    port       INTEGER,
    user_name  TEXT           -- null: the proxy asks for nobody
);

CREATE UNIQUE INDEX route_account ON route (ifnull(account_id, 0));
