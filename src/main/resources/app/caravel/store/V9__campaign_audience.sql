-- Whom a campaign goes to, as chosen: {"to": [part], "not": [part], "without": [contact.id]}, a part being
-- {"kind": LIST or SEGMENT, "id", "name" when it was chosen}. No foreign key: a part that is gone stops the campaign and is
-- told by its name; were it dropped quietly, people who were to be left out would be written to.
ALTER TABLE campaign ADD COLUMN audience TEXT NOT NULL DEFAULT '{"to":[],"not":[],"without":[]}';

UPDATE campaign SET audience = json_object(
    'to', json_array(json_object('kind', 'LIST', 'id', list_id, 'name', (SELECT name FROM list WHERE list.id = list_id))),
    'not', json_array(), 'without', json_array())
WHERE list_id IS NOT NULL;

ALTER TABLE campaign DROP COLUMN list_id;
