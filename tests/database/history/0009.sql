UPDATE association SET space = '!space';
INSERT INTO unread (event_id, room_id, session_id, sealed, came_at, fresh) VALUES ('$sealed', '!office', 'session', '{}', 1000, 1);
INSERT INTO observation (name, count, seen_at, detail) VALUES ('rate-limited', 3, 1000, '');
