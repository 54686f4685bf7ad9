-- Money, points and pieces that go back. kind SURPLUS: money that an order did not need; it has no lines.
CREATE TABLE refund (
    id              BIGINT       NOT NULL PRIMARY KEY,
    order_id        BIGINT       NOT NULL,
    store_id        BIGINT       NOT NULL,
    kind            VARCHAR(10)  NOT NULL,
    status          VARCHAR(20)  NOT NULL,
    amount_minor    BIGINT       NOT NULL,
    points_returned BIGINT       NOT NULL,
    currency        CHAR(3)      NOT NULL,
    reason          VARCHAR(200) NOT NULL,
    asked_by        BIGINT       NULL,
    decided_by      BIGINT       NULL,
    created_at      DATETIME(6)  NOT NULL,
    done_at         DATETIME(6)  NULL,
    business_date   DATE         NULL,
    KEY refund_by_order (order_id),
    KEY refund_by_status (status, id),
    KEY refund_by_day (store_id, business_date),
    CONSTRAINT refund_amount CHECK (amount_minor >= 0 AND points_returned >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
