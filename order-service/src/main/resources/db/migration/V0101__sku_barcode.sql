CREATE TABLE sku_barcode (
    barcode  VARCHAR(14) NOT NULL PRIMARY KEY,
    sku_id   BIGINT      NOT NULL,
    position INT         NOT NULL,
    KEY sku_barcode_by_sku (sku_id, position),
    CONSTRAINT sku_barcode_of FOREIGN KEY (sku_id) REFERENCES sku (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
