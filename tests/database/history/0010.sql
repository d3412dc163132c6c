INSERT INTO help_introduced (room_id) VALUES ('!office');
