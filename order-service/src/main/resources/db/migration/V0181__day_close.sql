-- A closed business day of a store. totals: the report as it was told.
CREATE TABLE day_close (
    store_id            BIGINT      NOT NULL,
    business_date       DATE        NOT NULL,
    orders              BIGINT      NOT NULL,
    sales_minor         BIGINT      NOT NULL,
    refunds_minor       BIGINT      NOT NULL,
    expected_cash_minor BIGINT      NOT NULL,
    counted_cash_minor  BIGINT      NULL,
    totals              TEXT        NOT NULL,
    closed_by           BIGINT      NULL,
    closed_at           DATETIME(6) NOT NULL,
    PRIMARY KEY (store_id, business_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
