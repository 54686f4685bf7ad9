-- Baskets put aside at a till. They hold nothing, and end by themselves.
CREATE TABLE parked_sale (
    id         BIGINT       NOT NULL PRIMARY KEY,
    store_id   BIGINT       NOT NULL,
    label      VARCHAR(60)  NOT NULL,
    basket     TEXT         NOT NULL,
    parked_by  BIGINT       NOT NULL,
    parked_at  DATETIME(6)  NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    KEY parked_sale_by_store (store_id, id),
    KEY parked_sale_by_age (expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
