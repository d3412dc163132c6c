INSERT INTO association (number, name, language, time_zone, nudge_slot, home_room, created_at)
    VALUES (1, 'Les Jardins', 'fr', 'Indian/Reunion', 'tuesday 18:30', '!office', 1000);
INSERT INTO association_room (room_id, association, listening, joined_at) VALUES ('!office', 1, 0, 1000);
INSERT INTO inventory (association, tool, name, known, need, noted_at)
    VALUES (1, 'google-drive', 'Google Drive', 1, 'shared-files', 1000);
INSERT INTO need_state (association, need, state, known_at) VALUES (1, 'shared-files', 'used', 1000);
INSERT INTO standing (association, noted_at, formula, catalogue, answers)
    VALUES (1, 1000, 1, 'abc', '{"shared-files": {"state": "used", "tools": [["google-drive", "Google Drive", true]]}}');
INSERT INTO link_offer (key, association, until) VALUES ('digest', 1, 9000);
INSERT INTO forget_request (room_id, asker, question, until) VALUES ('!office', 'digest', 'releve-asks', 9000);
