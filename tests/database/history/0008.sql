INSERT INTO revision (number, made_at, author, reason) VALUES (1, 1000, '@ada:example.org', 'plus exact');
INSERT INTO revision_entry (revision, place, kind, id, before, after)
    VALUES (1, 1, 'products', 'zoom', '{"id": "zoom"}', '{"id": "zoom", "name": "Zoom"}');
INSERT INTO proposal (number, room_id, event_id, language, words, made_at) VALUES (1, '!office', '$propose', 'fr', 'Padlet → Digipad', 1000);
INSERT INTO moderation_card (message, author, draft, proposal, made_at) VALUES ('releve-card', '', '{}', 1, 1000);
INSERT INTO asked_in (name, room_id, language, asked_at) VALUES ('zorglub pro', '!office', 'fr', 1000);
INSERT INTO dead_link (kind, id, url, reason) VALUES ('products', 'zoom', 'https://example.org', 'HTTP 404');
INSERT INTO moderation_digest (only, week) VALUES (1, '2026-W47');
