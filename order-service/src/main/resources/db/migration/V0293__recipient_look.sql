-- Who saw a recipient unmasked, append-only.
CREATE TABLE recipient_look (
    id        BIGINT      NOT NULL PRIMARY KEY,
    order_id  BIGINT      NOT NULL,
    staff_id  BIGINT      NOT NULL,
    looked_at DATETIME(6) NOT NULL,
    KEY recipient_look_by_order (order_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
