INSERT INTO nudge (association, state, since, due_at) VALUES (1, 'on', 1000, 5000);
INSERT INTO nudge_step (association, week, place, transaction_id, room_id, key, reason, points, sent_at, answer, answered_at)
    VALUES (1, '2026-W48', 1, 'releve-nudge', '!office', 'step:1:export', 'planned', 12, 3000, 'later', 3500);
