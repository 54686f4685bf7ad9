-- sales taken over from an old till; id is the order id under which they count
CREATE TABLE history_sale (
    id                  BIGINT       NOT NULL PRIMARY KEY,
    source              VARCHAR(40)  NOT NULL,
    external_ref        VARCHAR(80)  NOT NULL,
    content_hash        BINARY(32)   NOT NULL,
    store_id            BIGINT       NOT NULL,
    member_key          BIGINT       NULL,
    member_external_ref VARCHAR(80)  NULL,
    business_date       DATE         NOT NULL,
    sold_at             DATETIME(6)  NOT NULL,
    pieces              INT          NOT NULL,
    amount_minor        BIGINT       NOT NULL,
    currency            CHAR(3)      NOT NULL,
    taken_at            DATETIME(6)  NOT NULL,
    UNIQUE KEY history_sale_once (source, external_ref),
    KEY history_sale_by_date (source, business_date),
    CONSTRAINT history_sale_pieces CHECK (pieces BETWEEN 1 AND 100000),
    CONSTRAINT history_sale_amount CHECK (amount_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
