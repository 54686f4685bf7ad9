CREATE TABLE sku (
    sku_id   BIGINT       NOT NULL PRIMARY KEY,
    version  BIGINT       NOT NULL,
    code     VARCHAR(64)  NOT NULL,
    kind     VARCHAR(16)  NOT NULL,
    name     VARCHAR(200) NOT NULL,
    category VARCHAR(100) NOT NULL,
    unit     VARCHAR(32)  NOT NULL,
    active   BOOLEAN      NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE sku_barcode (
    barcode VARCHAR(64) NOT NULL,
    sku_id  BIGINT      NOT NULL,
    PRIMARY KEY (barcode, sku_id),
    KEY sku_barcode_by_sku (sku_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE store (
    store_id   BIGINT       NOT NULL PRIMARY KEY,
    code       VARCHAR(64)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    kind       VARCHAR(16)  NOT NULL,
    zone       VARCHAR(64)  NOT NULL,
    active     BOOLEAN      NOT NULL,
    changed_at DATETIME(6)  NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
