-- What of a payment is on its way back or is back. The guard of the last resort: never more than came in, never more often than
-- the provider allows, never two within a minute (refund_turn_at, refund_turn_of: whose turn it was last).
ALTER TABLE wechat_payment
    ADD COLUMN payer_minor    BIGINT      NULL,
    ADD COLUMN refunded_minor BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN refund_count   INT         NOT NULL DEFAULT 0,
    ADD COLUMN refund_turn_at DATETIME(6) NULL,
    ADD COLUMN refund_turn_of BIGINT      NULL;

UPDATE wechat_payment p
SET refunded_minor = (SELECT COALESCE(SUM(r.amount_minor), 0) FROM refund_part r JOIN refund f ON f.id = r.refund_id
                      WHERE r.kind = 'WECHAT_PAY' AND r.reference = p.out_trade_no
                        AND f.status IN ('REFUNDING', 'DONE', 'FAILED')),
    refund_count = (SELECT COUNT(*) FROM refund_part r JOIN refund f ON f.id = r.refund_id
                    WHERE r.kind = 'WECHAT_PAY' AND r.reference = p.out_trade_no
                      AND f.status IN ('REFUNDING', 'DONE', 'FAILED'));

ALTER TABLE wechat_payment
    ADD CONSTRAINT wechat_payment_refunded CHECK (refunded_minor BETWEEN 0 AND amount_minor),
    ADD CONSTRAINT wechat_payment_refunds CHECK (refund_count BETWEEN 0 AND 50);
