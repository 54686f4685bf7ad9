CREATE TABLE known_sku (
    sku_id      BIGINT       NOT NULL PRIMARY KEY,
    version     BIGINT       NOT NULL,
    name        VARCHAR(200) NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    category    VARCHAR(100) NOT NULL,
    list_minor  BIGINT       NOT NULL,
    active      TINYINT(1)   NOT NULL,
    floor_minor BIGINT       NULL,
    cost_minor  BIGINT       NULL,
    noted_at    DATETIME(6)  NOT NULL,
    KEY known_sku_by_category (active, category),
    CONSTRAINT known_sku_prices CHECK (
        list_minor >= 0 AND (floor_minor IS NULL OR floor_minor >= 0) AND (cost_minor IS NULL OR cost_minor >= 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
