-- The lines of the bills; number is ours: out_trade_no of a payment, out_refund_no of a refund.
CREATE TABLE channel_bill_line (
    kind         VARCHAR(10) NOT NULL,
    number       VARCHAR(40) NOT NULL,
    bill_date    DATE        NOT NULL,
    provider_id  VARCHAR(40) NOT NULL,
    amount_minor BIGINT      NOT NULL,
    state        VARCHAR(16) NOT NULL,
    fee_milli    BIGINT      NOT NULL,
    traded_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (kind, number),
    KEY channel_bill_line_by_day (bill_date),
    CONSTRAINT channel_bill_line_kind CHECK (kind IN ('PAYMENT', 'REFUND'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
