INSERT INTO ask_answer (question, room_id, transaction_id, addressed, topic, answered_at)
    VALUES ('$question', '!office', 'releve-sent', 1, '{"products": ["zoom"], "language": "fr"}', 1000);
INSERT INTO ask_unknown (name, shown, count, last_asked) VALUES ('zorglub pro', 'Zorglub Pro', 2, 1000);
