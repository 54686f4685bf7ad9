INSERT IGNORE INTO alarm (kind, subject, facts, raised_at, open_mark, cleared_at, cleared_by)
SELECT kind, reference, CONCAT('{"text":', JSON_QUOTE(facts), '}'), raised_at,
    CASE WHEN closed_at IS NULL THEN 1 END, closed_at, closed_by
FROM asset_alarm;

DROP TABLE asset_alarm;
