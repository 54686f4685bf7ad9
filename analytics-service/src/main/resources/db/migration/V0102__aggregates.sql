CREATE TABLE agg_sales (
    store_id            BIGINT  NOT NULL,
    business_date       DATE    NOT NULL,
    hour_of_day         TINYINT NOT NULL,
    orders              BIGINT  NOT NULL CHECK (orders >= 0),
    recharges           BIGINT  NOT NULL CHECK (recharges >= 0),
    pieces              BIGINT  NOT NULL CHECK (pieces >= 0),
    sales_minor         BIGINT  NOT NULL CHECK (sales_minor >= 0),
    discount_minor      BIGINT  NOT NULL,
    recharge_minor      BIGINT  NOT NULL CHECK (recharge_minor >= 0),
    bonus_minor         BIGINT  NOT NULL CHECK (bonus_minor >= 0),
    received_minor      BIGINT  NOT NULL CHECK (received_minor >= 0),
    stored_minor        BIGINT  NOT NULL CHECK (stored_minor >= 0),
    refunds             BIGINT  NOT NULL CHECK (refunds >= 0),
    returned_pieces     BIGINT  NOT NULL CHECK (returned_pieces >= 0),
    refunds_minor       BIGINT  NOT NULL CHECK (refunds_minor >= 0),
    recharge_back_minor BIGINT  NOT NULL CHECK (recharge_back_minor >= 0),
    paid_back_minor     BIGINT  NOT NULL CHECK (paid_back_minor >= 0),
    stored_back_minor   BIGINT  NOT NULL CHECK (stored_back_minor >= 0),
    PRIMARY KEY (store_id, business_date, hour_of_day),
    KEY agg_sales_by_date (business_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE agg_product (
    store_id        BIGINT NOT NULL,
    business_date   DATE   NOT NULL,
    sku_id          BIGINT NOT NULL,
    pieces          BIGINT NOT NULL CHECK (pieces >= 0),
    sales_minor     BIGINT NOT NULL CHECK (sales_minor >= 0),
    returned_pieces BIGINT NOT NULL CHECK (returned_pieces >= 0),
    refunds_minor   BIGINT NOT NULL CHECK (refunds_minor >= 0),
    PRIMARY KEY (store_id, business_date, sku_id),
    KEY agg_product_by_date (business_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE agg_tender (
    store_id      BIGINT      NOT NULL,
    business_date DATE        NOT NULL,
    tender_kind   VARCHAR(32) NOT NULL,
    payments      BIGINT      NOT NULL CHECK (payments >= 0),
    paid_minor    BIGINT      NOT NULL CHECK (paid_minor >= 0),
    repayments    BIGINT      NOT NULL CHECK (repayments >= 0),
    repaid_minor  BIGINT      NOT NULL CHECK (repaid_minor >= 0),
    PRIMARY KEY (store_id, business_date, tender_kind),
    KEY agg_tender_by_date (business_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- orders: all that were paid; returned_orders: those of them of which nothing is left. The dates are those of orders of which something is left.
CREATE TABLE agg_member (
    member_key      BIGINT NOT NULL PRIMARY KEY,
    orders          BIGINT NOT NULL CHECK (orders >= 0),
    returned_orders BIGINT NOT NULL CHECK (returned_orders >= 0),
    pieces          BIGINT NOT NULL CHECK (pieces >= 0),
    sales_minor     BIGINT NOT NULL CHECK (sales_minor >= 0),
    returned_pieces BIGINT NOT NULL CHECK (returned_pieces >= 0),
    refunds_minor   BIGINT NOT NULL CHECK (refunds_minor >= 0),
    first_date      DATE   NULL,
    last_date       DATE   NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE freshness (
    id            INT         NOT NULL PRIMARY KEY,
    events        BIGINT      NOT NULL,
    last_event_at DATETIME(6) NOT NULL,
    last_fact     DATE        NULL,
    applied_at    DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
