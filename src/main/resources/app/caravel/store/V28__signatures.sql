-- What an account's mails end with: the sender's name, title, phone. No row: it has no signature of its own.
CREATE TABLE account_signature (
    account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    text       TEXT NOT NULL -- plain text of one or more lines
);
