-- The deposits of pre-sales: received, then used, kept or given back, each once. Their sum is what is owed.
CREATE TABLE fact_deposit (
    order_id      BIGINT      NOT NULL,
    kind          VARCHAR(10) NOT NULL,
    store_id      BIGINT      NOT NULL,
    amount_minor  BIGINT      NOT NULL,
    business_date DATE        NOT NULL,
    changed_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, kind),
    KEY fact_deposit_by_date (business_date, kind)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
