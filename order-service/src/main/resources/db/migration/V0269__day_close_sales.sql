-- salesMinor means one thing everywhere: the net amount of all lines but recharges. Days closed before are put right.
UPDATE day_close d
SET sales_minor = (SELECT COALESCE(SUM(l.net_minor), 0) FROM sales_order o JOIN order_line l ON l.order_id = o.id
                   WHERE o.store_id = d.store_id AND o.business_date = d.business_date AND l.kind <> 'RECHARGE'
                     AND o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')),
    refunds_minor = (SELECT COALESCE(SUM(b.net_minor), 0) FROM refund r JOIN refund_line b ON b.refund_id = r.id
                     JOIN order_line l ON l.order_id = r.order_id AND l.line_no = b.line_no
                     WHERE r.store_id = d.store_id AND r.business_date = d.business_date AND r.kind = 'RETURN'
                       AND r.status = 'DONE' AND l.kind <> 'RECHARGE');
