-- Where the money that an exchange carried into a new order had come from, so that it finds its way back from there.
CREATE TABLE return_exchange_carry (
    id              BIGINT      NOT NULL PRIMARY KEY,
    exchange_id     BIGINT      NOT NULL,
    new_order_id    BIGINT      NOT NULL,
    kind            VARCHAR(16) NOT NULL,
    reference       VARCHAR(64) NOT NULL,
    amount_minor    BIGINT      NOT NULL,
    total_minor     BIGINT      NOT NULL,
    refunded_minor  BIGINT      NOT NULL,
    KEY return_exchange_carry_by_order (new_order_id),
    CONSTRAINT return_exchange_carry_amount CHECK (amount_minor > 0),
    CONSTRAINT return_exchange_carry_refunded CHECK (refunded_minor BETWEEN 0 AND amount_minor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
