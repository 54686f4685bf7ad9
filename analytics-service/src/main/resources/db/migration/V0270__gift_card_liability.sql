CREATE TABLE fact_gift_card (
    gift_card_id  BIGINT      NOT NULL,
    cause         VARCHAR(16) NOT NULL,
    reference     VARCHAR(96) NOT NULL,
    business_date DATE        NOT NULL,
    delta_minor   BIGINT      NOT NULL,
    balance_minor BIGINT      NOT NULL,
    changed_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (gift_card_id, cause, reference),
    KEY fact_gift_card_by_date (business_date, cause),
    CONSTRAINT fact_gift_card_balance CHECK (balance_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE agg_gift_card (
    gift_card_id  BIGINT NOT NULL PRIMARY KEY,
    balance_minor BIGINT NOT NULL,
    CONSTRAINT agg_gift_card_balance CHECK (balance_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE agg_gift_card_day (
    business_date DATE        NOT NULL,
    cause         VARCHAR(16) NOT NULL,
    entries       BIGINT      NOT NULL,
    delta_minor   BIGINT      NOT NULL,
    PRIMARY KEY (business_date, cause)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
