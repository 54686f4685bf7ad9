-- The steps of orders that are fetched or sent, append-only; each status is reached once, and each step was told by one event.
-- pieces: what was handed over or sent with it.
CREATE TABLE fulfilment_move (
    id          BIGINT      NOT NULL PRIMARY KEY,
    order_id    BIGINT      NOT NULL,
    from_status VARCHAR(12) NOT NULL,
    to_status   VARCHAR(12) NOT NULL,
    moved_by    VARCHAR(8)  NOT NULL,
    staff_id    BIGINT      NULL,
    moved_at    DATETIME(6) NOT NULL,
    pieces      TEXT        NOT NULL,
    UNIQUE KEY fulfilment_move_once (order_id, to_status),
    UNIQUE KEY fulfilment_move_from_once (order_id, from_status),
    CONSTRAINT fulfilment_move_legal CHECK (
        (from_status = 'WAITING' AND to_status IN ('TO_PREPARE', 'TO_SHIP'))
        OR (from_status = 'TO_PREPARE' AND to_status = 'READY')
        OR (from_status = 'TO_SHIP' AND to_status = 'SHIPPED')
        OR (from_status IN ('READY', 'SHIPPED') AND to_status = 'DONE'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
