CREATE TABLE fact_tip (
    tip_id        BIGINT      NOT NULL PRIMARY KEY,
    order_id      BIGINT      NOT NULL,
    store_id      BIGINT      NOT NULL,
    staff_id      BIGINT      NULL,
    kind          VARCHAR(16) NOT NULL,
    amount_minor  BIGINT      NOT NULL,
    business_date DATE        NOT NULL,
    tipped_at     DATETIME(6) NOT NULL,
    KEY fact_tip_by_day (store_id, business_date),
    CONSTRAINT fact_tip_amount CHECK (amount_minor <> 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE fact_day_closed ADD COLUMN tips_minor BIGINT NULL;
