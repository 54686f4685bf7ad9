-- what was bought before credits were kept, from the consumption record; days are the store's business dates
INSERT INTO level_credit (order_id, member_key, on_day, permille, spend_minor, spend_back, orders, orders_back, points,
    points_back, recharge, recharge_back)
SELECT p.order_id, p.member_key, p.business_date, 1000,
    CASE WHEN p.counts_order THEN GREATEST(p.amount_minor, 0) ELSE 0 END,
    CASE WHEN p.counts_order THEN LEAST(GREATEST(p.amount_minor, 0), COALESCE(c.amount, 0)) ELSE 0 END,
    CASE WHEN p.counts_order THEN 1 ELSE 0 END,
    CASE WHEN p.counts_order THEN LEAST(1, COALESCE(c.orders, 0)) ELSE 0 END,
    COALESCE(g.points_earned, 0),
    COALESCE(g.points_earned, 0) - COALESCE(g.points_kept, 0),
    CASE WHEN p.counts_order THEN 0 ELSE GREATEST(p.amount_minor, 0) END,
    CASE WHEN p.counts_order THEN 0 ELSE LEAST(GREATEST(p.amount_minor, 0), COALESCE(c.amount, 0)) END
FROM consumption_record p
LEFT JOIN (SELECT order_id, SUM(-amount_minor) AS amount, SUM(CASE WHEN counts_order THEN 1 ELSE 0 END) AS orders
           FROM consumption_record WHERE kind = 'CORRECTION' GROUP BY order_id) c ON c.order_id = p.order_id
LEFT JOIN points_earning g ON g.order_id = p.order_id
WHERE p.kind = 'PURCHASE';

UPDATE level_standing s JOIN member m ON m.member_key = s.member_key
SET s.anchor_on = DATE(DATE_ADD(m.joined_at, INTERVAL 8 HOUR));
