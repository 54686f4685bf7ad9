CREATE TABLE fact_order (
    order_id       BIGINT      NOT NULL PRIMARY KEY,
    store_id       BIGINT      NOT NULL,
    member_key     BIGINT      NULL,
    channel        VARCHAR(32) NOT NULL,
    business_date  DATE        NOT NULL,
    hour_of_day    TINYINT     NOT NULL,
    paid_at        DATETIME(6) NOT NULL,
    history        BOOLEAN     NOT NULL,
    orders         BIGINT      NOT NULL CHECK (orders IN (0, 1)),
    recharges      BIGINT      NOT NULL CHECK (recharges IN (0, 1)),
    pieces         BIGINT      NOT NULL CHECK (pieces >= 0),
    sales_minor    BIGINT      NOT NULL CHECK (sales_minor >= 0),
    discount_minor BIGINT      NOT NULL,
    recharge_minor BIGINT      NOT NULL CHECK (recharge_minor >= 0),
    bonus_minor    BIGINT      NOT NULL CHECK (bonus_minor >= 0),
    received_minor BIGINT      NOT NULL CHECK (received_minor >= 0),
    stored_minor   BIGINT      NOT NULL CHECK (stored_minor >= 0),
    KEY fact_order_by_date (business_date, store_id, member_key),
    KEY fact_order_by_member (member_key, business_date),
    KEY fact_order_by_store (store_id, business_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE fact_refund (
    refund_id           VARCHAR(64) NOT NULL PRIMARY KEY,
    order_id            BIGINT      NOT NULL,
    store_id            BIGINT      NOT NULL,
    member_key          BIGINT      NULL,
    business_date       DATE        NOT NULL,
    hour_of_day         TINYINT     NOT NULL,
    refunded_at         DATETIME(6) NOT NULL,
    whole_order         BOOLEAN     NOT NULL,
    refunds             BIGINT      NOT NULL CHECK (refunds = 1),
    returned_pieces     BIGINT      NOT NULL CHECK (returned_pieces >= 0),
    refunds_minor       BIGINT      NOT NULL CHECK (refunds_minor >= 0),
    recharge_back_minor BIGINT      NOT NULL CHECK (recharge_back_minor >= 0),
    paid_back_minor     BIGINT      NOT NULL CHECK (paid_back_minor >= 0),
    stored_back_minor   BIGINT      NOT NULL CHECK (stored_back_minor >= 0),
    KEY fact_refund_by_order (order_id),
    KEY fact_refund_by_member (member_key, whole_order),
    KEY fact_refund_by_date (business_date, store_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- refund_id is '' for a line of the sale itself
CREATE TABLE fact_line (
    order_id        BIGINT       NOT NULL,
    refund_id       VARCHAR(64)  NOT NULL,
    line_id         VARCHAR(64)  NOT NULL,
    store_id        BIGINT       NOT NULL,
    business_date   DATE         NOT NULL,
    sku_id          BIGINT       NOT NULL,
    pieces          BIGINT       NOT NULL CHECK (pieces >= 0),
    sales_minor     BIGINT       NOT NULL CHECK (sales_minor >= 0),
    returned_pieces BIGINT       NOT NULL CHECK (returned_pieces >= 0),
    refunds_minor   BIGINT       NOT NULL CHECK (refunds_minor >= 0),
    PRIMARY KEY (order_id, refund_id, line_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE fact_tender (
    order_id      BIGINT      NOT NULL,
    refund_id     VARCHAR(64) NOT NULL,
    position      INT         NOT NULL,
    store_id      BIGINT      NOT NULL,
    business_date DATE        NOT NULL,
    tender_kind   VARCHAR(32) NOT NULL,
    payments      BIGINT      NOT NULL,
    paid_minor    BIGINT      NOT NULL CHECK (paid_minor >= 0),
    repayments    BIGINT      NOT NULL,
    repaid_minor  BIGINT      NOT NULL CHECK (repaid_minor >= 0),
    PRIMARY KEY (order_id, refund_id, position)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE fact_day_closed (
    store_id      BIGINT      NOT NULL,
    business_date DATE        NOT NULL,
    orders        BIGINT      NOT NULL,
    sales_minor   BIGINT      NOT NULL,
    refunds_minor BIGINT      NOT NULL,
    closed_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (store_id, business_date)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
