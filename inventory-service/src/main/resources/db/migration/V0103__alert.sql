CREATE TABLE stock_alert (
    id          BIGINT       NOT NULL PRIMARY KEY,
    store_id    BIGINT       NOT NULL,
    sku_id      BIGINT       NOT NULL,
    kind        VARCHAR(24)  NOT NULL,
    quantity    BIGINT       NOT NULL,
    reference   VARCHAR(64)  NOT NULL,
    raised_at   DATETIME(6)  NOT NULL,
    seen_at     DATETIME(6)  NULL,
    seen_by     BIGINT       NULL,
    KEY stock_alert_newest (store_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
