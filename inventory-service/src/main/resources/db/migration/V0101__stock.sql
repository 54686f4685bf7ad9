-- quantities are never indexed: a hot row would pay for it with every sale
CREATE TABLE stock (
    store_id BIGINT  NOT NULL,
    sku_id   BIGINT  NOT NULL,
    on_hand  BIGINT  NOT NULL,
    reserved BIGINT  NOT NULL,
    safety   BIGINT  NULL,
    low      BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (store_id, sku_id),
    KEY stock_by_sku (sku_id, store_id),
    CONSTRAINT stock_reserved_is_there CHECK (0 <= reserved AND reserved <= on_hand),
    CONSTRAINT stock_safety_positive CHECK (safety IS NULL OR safety > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE stock_document (
    id          BIGINT       NOT NULL PRIMARY KEY,
    store_id    BIGINT       NOT NULL,
    kind        VARCHAR(16)  NOT NULL,
    document_no VARCHAR(64)  NOT NULL,
    content     CHAR(64)     NOT NULL,
    reason      VARCHAR(32)  NULL,
    supplier    VARCHAR(100) NULL,
    note        VARCHAR(200) NULL,
    staff_id    BIGINT       NULL,
    booked_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY stock_document_once (store_id, kind, document_no),
    KEY stock_document_newest (store_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE stock_movement (
    id              BIGINT      NOT NULL PRIMARY KEY,
    store_id        BIGINT      NOT NULL,
    sku_id          BIGINT      NOT NULL,
    document_type   VARCHAR(16) NOT NULL,
    document_id     VARCHAR(64) NOT NULL,
    line_no         INT         NOT NULL,
    delta           BIGINT      NOT NULL,
    unit_cost_minor BIGINT      NULL,
    moved_at        DATETIME(6) NOT NULL,
    UNIQUE KEY stock_movement_once (store_id, sku_id, document_type, document_id, line_no),
    KEY stock_movement_newest (store_id, sku_id, id),
    KEY stock_movement_by_document (document_type, document_id),
    CONSTRAINT stock_movement_moves CHECK (delta <> 0),
    CONSTRAINT stock_movement_cost CHECK (unit_cost_minor IS NULL OR unit_cost_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
