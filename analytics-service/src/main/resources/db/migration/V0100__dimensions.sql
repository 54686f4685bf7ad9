CREATE TABLE dim_store (
    store_id   BIGINT       NOT NULL PRIMARY KEY,
    code       VARCHAR(64)  NULL,
    name       VARCHAR(200) NULL,
    kind       VARCHAR(32)  NULL,
    zone       VARCHAR(64)  NOT NULL,
    region     VARCHAR(100) NULL,
    active     BOOLEAN      NOT NULL,
    known      BOOLEAN      NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    KEY dim_store_by_region (region)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE dim_sku (
    sku_id   BIGINT       NOT NULL PRIMARY KEY,
    version  BIGINT       NOT NULL,
    code     VARCHAR(64)  NULL,
    kind     VARCHAR(16)  NOT NULL,
    name     VARCHAR(300) NOT NULL,
    category VARCHAR(200) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE dim_member (
    member_key  BIGINT      NOT NULL PRIMARY KEY,
    level_code  VARCHAR(32) NULL,
    level_at    DATETIME(6) NOT NULL,
    source      VARCHAR(64) NULL,
    store_id    BIGINT      NULL,
    joined_date DATE        NULL,
    history     BOOLEAN     NOT NULL,
    KEY dim_member_by_date (joined_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
