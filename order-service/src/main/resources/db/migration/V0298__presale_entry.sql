-- The deposits, append-only: received, then used, kept or given back, each once. Their sum is what is owed. cash_minor: what of it
-- moved the cash of the day besides the orders paid on it.
CREATE TABLE presale_entry (
    id            BIGINT      NOT NULL PRIMARY KEY,
    order_id      BIGINT      NOT NULL,
    store_id      BIGINT      NOT NULL,
    kind          VARCHAR(10) NOT NULL,
    amount_minor  BIGINT      NOT NULL,
    cash_minor    BIGINT      NOT NULL,
    business_date DATE        NOT NULL,
    booked_at     DATETIME(6) NOT NULL,
    ended_order   BIGINT      GENERATED ALWAYS AS (CASE WHEN kind = 'RECEIVED' THEN NULL ELSE order_id END) STORED,
    UNIQUE KEY presale_entry_once (order_id, kind),
    UNIQUE KEY presale_entry_ends_once (ended_order),
    KEY presale_entry_by_day (store_id, business_date),
    CONSTRAINT presale_entry_of FOREIGN KEY (order_id) REFERENCES presale_order (order_id),
    CONSTRAINT presale_entry_sign CHECK ((kind = 'RECEIVED' AND amount_minor > 0)
        OR (kind IN ('USED', 'KEPT', 'GIVEN_BACK') AND amount_minor < 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
