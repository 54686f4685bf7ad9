-- What an order is paid with. While the order waits for the rest it is only secured; it is given back when the order is cancelled.
CREATE TABLE order_tender (
    order_id       BIGINT      NOT NULL,
    tender_no      INT         NOT NULL,
    kind           VARCHAR(16) NOT NULL,
    amount_minor   BIGINT      NOT NULL,
    reference      VARCHAR(64) NOT NULL,
    received_minor BIGINT      NULL,
    change_minor   BIGINT      NULL,
    staff_id       BIGINT      NULL,
    taken_at       DATETIME(6) NOT NULL,
    refunded_minor BIGINT      NOT NULL,
    PRIMARY KEY (order_id, tender_no),
    UNIQUE KEY order_tender_once (order_id, kind, reference),
    CONSTRAINT order_tender_amount CHECK (amount_minor > 0),
    CONSTRAINT order_tender_change CHECK (received_minor IS NULL OR received_minor - change_minor = amount_minor),
    CONSTRAINT order_tender_refunded CHECK (refunded_minor BETWEEN 0 AND amount_minor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
