-- Who has not been written to yet stands in neither: two entries less for everybody who is queued, and again for everybody sent.
DROP INDEX message_sent;
CREATE INDEX message_sent ON message (sent_at, contact_id) WHERE sent_at IS NOT NULL;
DROP INDEX message_account_sent;
CREATE INDEX message_account_sent ON message (account_id, sent_at) WHERE sent_at IS NOT NULL;
