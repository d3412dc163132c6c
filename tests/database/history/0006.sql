INSERT INTO migration (number, association, place, need, product, alternative, state, who, by_day, created_at, changed_at)
    VALUES (1, 1, 1, 'shared-files', 'google-drive', 'nextcloud', 'moving', 'Camille', '2026-12-01', 1000, 2000);
INSERT INTO migration_step (migration, place, kind, done_at) VALUES (1, 1, 'open', 1500), (1, 2, 'export', NULL);
INSERT INTO migration_change (number, migration, state, changed_at, cause) VALUES (1, 1, 'planned', 1000, '$plan');
INSERT INTO migration_message (transaction_id, migration, room_id, asks, said_at) VALUES ('releve-said', 1, '!office', 1, 1000);
