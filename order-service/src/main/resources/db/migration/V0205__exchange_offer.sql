-- Goods for points and, if set, cash. from_at is included, until_at is not.
CREATE TABLE exchange_offer (
    id               BIGINT      NOT NULL PRIMARY KEY,
    sku_id           BIGINT      NOT NULL,
    points           BIGINT      NOT NULL,
    cash_minor       BIGINT      NOT NULL,
    from_at          DATETIME(6) NOT NULL,
    until_at         DATETIME(6) NOT NULL,
    limit_per_member BIGINT      NULL,
    created_at       DATETIME(6) NOT NULL,
    KEY exchange_offer_running (until_at, id),
    CONSTRAINT exchange_offer_price CHECK (points > 0 AND cash_minor >= 0),
    CONSTRAINT exchange_offer_limit CHECK (limit_per_member IS NULL OR limit_per_member > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
