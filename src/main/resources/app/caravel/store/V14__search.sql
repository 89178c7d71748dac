-- What a search and a segment look at, in the order of the ids: read through without the wide rows, and cheap to add to.
CREATE INDEX contact_search ON contact (id, name, address, company_id, country, language);
CREATE INDEX contact_country ON contact (country, created_at);

-- The ledger and its signs, for whom was written to, who opened and who clicked.
CREATE INDEX message_sent ON message (sent_at, contact_id);
CREATE INDEX message_person ON message (id, contact_id, content_id);
CREATE INDEX event_sign ON event (kind, at, message_id);
CREATE INDEX event_click ON event (message_id, link, url) WHERE kind = 'click';
DROP INDEX event_message;
CREATE INDEX event_message ON event (message_id, at, kind);
