INSERT INTO migration_offer (transaction_id, room_id, products, needs, alternatives, language, offered_at)
    VALUES ('releve-sent', '!office', '["google-drive"]', '["shared-files"]', '["nextcloud"]', 'fr', 1000);
