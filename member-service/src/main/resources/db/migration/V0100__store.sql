CREATE TABLE store (
    id         BIGINT       NOT NULL PRIMARY KEY,
    code       VARCHAR(32)  NOT NULL,
    name       VARCHAR(100) NOT NULL,
    kind       VARCHAR(16)  NOT NULL,
    zone       VARCHAR(40)  NOT NULL,
    day_ends   TIME         NOT NULL,
    region     VARCHAR(200) NOT NULL,
    active     BOOLEAN      NOT NULL,
    version    BIGINT       NOT NULL,
    opened_by  BIGINT       NULL,
    opened_at  DATETIME(6)  NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    UNIQUE KEY store_code (code),
    KEY store_by_region (region),
    CONSTRAINT store_kind CHECK (kind IN ('RETAIL', 'RESTAURANT', 'GYM'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
