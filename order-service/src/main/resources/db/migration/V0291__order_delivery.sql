-- Orders that are fetched or sent. recipient: encrypted, null for a pickup and once it was purged (purge_after). receive_by: when
-- an order that was sent counts as received by itself.
CREATE TABLE order_delivery (
    order_id    BIGINT      NOT NULL PRIMARY KEY,
    recipient   TEXT        NULL,
    carrier     VARCHAR(40) NULL,
    tracking_no VARCHAR(40) NULL,
    shipped_at  DATETIME(6) NULL,
    receive_by  DATETIME(6) NULL,
    purge_after DATETIME(6) NULL,
    purged_at   DATETIME(6) NULL,
    KEY order_delivery_due (receive_by),
    KEY order_delivery_purge (purge_after),
    CONSTRAINT order_delivery_of FOREIGN KEY (order_id) REFERENCES sales_order (id),
    CONSTRAINT order_delivery_sent CHECK ((shipped_at IS NULL) = (tracking_no IS NULL)),
    CONSTRAINT order_delivery_purged CHECK (purged_at IS NULL OR recipient IS NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
