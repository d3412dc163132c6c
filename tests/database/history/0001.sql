INSERT INTO room (room_id, direct, greeted, joined_at) VALUES ('!office', 0, 1, 1000);
INSERT INTO room (room_id, direct, greeted, joined_at, left_at) VALUES ('!left', 1, 1, 1000, 2000);
INSERT INTO sync_position (only, token) VALUES (1, 's1_2_3');
INSERT INTO inbox (event_id, handled_at) VALUES ('$question', 1000);
INSERT INTO outbox (transaction_id, room_id, lane, kind, payload, posted_at)
    VALUES ('releve-waits', '!office', 'conversation', 'say',
            '{"room": "!office", "cause": "$question", "part": "", "lane": "conversation", "text": {"body": "à", "html": "à"}, "reply_to": "$question", "thread": null, "notify": false}',
            1000);
INSERT INTO outbox (transaction_id, room_id, lane, kind, posted_at, sent_at, event_id)
    VALUES ('releve-sent', '!office', 'broadcast', 'say', 900, 950, '$answer');
