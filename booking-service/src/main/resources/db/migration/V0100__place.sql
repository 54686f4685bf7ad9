CREATE TABLE service_copy (
    sku_id           BIGINT       NOT NULL PRIMARY KEY,
    version          BIGINT       NOT NULL,
    kind             VARCHAR(16)  NOT NULL,
    name             VARCHAR(200) NOT NULL,
    duration_minutes INT          NULL,
    active           BOOLEAN      NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE store_copy (
    store_id   BIGINT       NOT NULL PRIMARY KEY,
    name       VARCHAR(200) NOT NULL,
    zone       VARCHAR(64)  NOT NULL,
    active     BOOLEAN      NOT NULL,
    changed_at DATETIME(6)  NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- how a service is booked; a service without a row follows the defaults
CREATE TABLE service_rule (
    sku_id                BIGINT  NOT NULL PRIMARY KEY,
    needs_place           BOOLEAN NOT NULL,
    opens_days_before     INT     NOT NULL,
    closes_minutes_before INT     NOT NULL,
    cancel_minutes_before INT     NOT NULL,
    card_use              BOOLEAN NOT NULL,
    CONSTRAINT service_rule_bounds CHECK (opens_days_before BETWEEN 0 AND 365
        AND closes_minutes_before BETWEEN 0 AND 100000 AND cancel_minutes_before BETWEEN 0 AND 100000)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
