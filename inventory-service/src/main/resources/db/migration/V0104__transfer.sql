CREATE TABLE stock_transfer (
    id            BIGINT       NOT NULL PRIMARY KEY,
    from_store_id BIGINT       NOT NULL,
    to_store_id   BIGINT       NOT NULL,
    document_no   VARCHAR(64)  NOT NULL,
    content       CHAR(64)     NOT NULL,
    state         VARCHAR(16)  NOT NULL,
    note          VARCHAR(200) NULL,
    shipped_by    BIGINT       NULL,
    shipped_at    DATETIME(6)  NOT NULL,
    received_by   BIGINT       NULL,
    received_at   DATETIME(6)  NULL,
    UNIQUE KEY stock_transfer_once (from_store_id, document_no),
    KEY stock_transfer_from (from_store_id, id),
    KEY stock_transfer_to (to_store_id, state, id),
    CONSTRAINT stock_transfer_moves CHECK (from_store_id <> to_store_id),
    CONSTRAINT stock_transfer_state CHECK (state IN ('IN_TRANSIT', 'RECEIVED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE stock_transfer_line (
    transfer_id BIGINT NOT NULL,
    sku_id      BIGINT NOT NULL,
    shipped     BIGINT NOT NULL,
    received    BIGINT NULL,
    PRIMARY KEY (transfer_id, sku_id),
    KEY stock_transfer_line_by_sku (sku_id),
    CONSTRAINT stock_transfer_line_positive CHECK (shipped > 0),
    CONSTRAINT stock_transfer_line_bound CHECK (received IS NULL OR (0 <= received AND received <= shipped))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
