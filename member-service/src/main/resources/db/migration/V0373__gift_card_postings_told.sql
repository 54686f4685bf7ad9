-- Postings to gift cards are told from now on; those made before are told now, in their order, so that what is owed is whole.
INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
SELECT UUID(), 'mendian.member', CAST(e.gift_card_id AS CHAR),
    ROW_NUMBER() OVER (PARTITION BY e.gift_card_id ORDER BY e.id), 'gift-card.changed.v1',
    '00-00000000000000000000000000000001-0000000000000001-00', e.posted_at,
    CONCAT('{"giftCardId":"', e.gift_card_id, '","deltaMinor":', e.delta_minor, ',"balanceMinor":', e.balance_after,
        ',"currency":"', COALESCE((SELECT MIN(c.currency) FROM consumption_record c), 'CNY'),
        '","cause":"', e.cause_type, '","reference":"', e.cause_id,
        '","changedAt":"', DATE_FORMAT(e.posted_at, '%Y-%m-%dT%H:%i:%s.%fZ'), '"}')
FROM gift_card_entry e
ORDER BY e.id;

INSERT INTO outbox_sequence (topic, msg_key, last_seq)
SELECT 'mendian.member', CAST(e.gift_card_id AS CHAR), COUNT(*) FROM gift_card_entry e GROUP BY e.gift_card_id;
