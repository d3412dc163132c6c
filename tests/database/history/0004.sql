INSERT INTO quiz (number, room_id, cause, language, direct, encrypted, polls, state, started_at, wake_at)
    VALUES (1, '!office', '$start', 'fr', 0, 0, 1, 'open', 1000, 5000);
INSERT INTO question (quiz, place, need, ask, answers, state, poll, twin, opened_at, until)
    VALUES (1, 1, 'shared-files', 'Où sont vos fichiers ?', '[["google-drive", "Google Drive"]]', 'open', 'releve-poll', 'releve-twin', 1000, 9000);
INSERT INTO vote (event_id, quiz, place, sender, sent_at, noted_at, kind, answers)
    VALUES ('$vote', 1, 1, '@camille:example.org', 1500, 1600, 'poll', '["google-drive"]');
INSERT INTO removed_vote (event_id, quiz) VALUES ('$removed', 1);
