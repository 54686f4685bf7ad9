-- Tips, append-only: left (amount above 0) or given back (below 0; cause_id is the tip). sales_order.tip_minor is their sum.
CREATE TABLE order_tip (
    id            BIGINT      NOT NULL PRIMARY KEY,
    order_id      BIGINT      NOT NULL,
    store_id      BIGINT      NOT NULL,
    kind          VARCHAR(16) NOT NULL,
    amount_minor  BIGINT      NOT NULL,
    label         VARCHAR(60) NULL,
    staff_id      BIGINT      NOT NULL,
    taken_by      BIGINT      NULL,
    business_date DATE        NOT NULL,
    booked_at     DATETIME(6) NOT NULL,
    cause_type    VARCHAR(8)  NOT NULL,
    cause_id      VARCHAR(64) NOT NULL,
    UNIQUE KEY order_tip_once (order_id, cause_type, cause_id),
    KEY order_tip_by_day (store_id, business_date),
    CONSTRAINT order_tip_of FOREIGN KEY (order_id) REFERENCES sales_order (id),
    CONSTRAINT order_tip_means CHECK (kind = 'CASH' OR (kind = 'BOOKED' AND label IS NOT NULL)),
    CONSTRAINT order_tip_sign CHECK ((cause_type = 'LEFT' AND amount_minor > 0) OR (cause_type = 'BACK' AND amount_minor < 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
