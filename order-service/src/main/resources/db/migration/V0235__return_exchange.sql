-- A return and a new order in one act. refund_id and new_order_id are given at the beginning, so that every step can be done
-- again; carried_minor of the returned money pays for the new order, the rest goes back.
CREATE TABLE return_exchange (
    id            BIGINT      NOT NULL PRIMARY KEY,
    order_id      BIGINT      NOT NULL,
    refund_id     BIGINT      NOT NULL,
    new_order_id  BIGINT      NOT NULL,
    status        VARCHAR(10) NOT NULL,
    carried_minor BIGINT      NOT NULL,
    begun_at      DATETIME(6) NOT NULL,
    ended_at      DATETIME(6) NULL,
    UNIQUE KEY return_exchange_refund (refund_id),
    UNIQUE KEY return_exchange_new_order (new_order_id),
    KEY return_exchange_by_order (order_id),
    KEY return_exchange_running (status, begun_at),
    CONSTRAINT return_exchange_status CHECK (status IN ('RUNNING', 'DONE', 'CANCELLED')),
    CONSTRAINT return_exchange_carried CHECK (carried_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
