-- Products sold in two steps, per piece. The deposit counts for worth_minor of the price, and is at most 20 % of what the piece
-- costs in the end, price - worth + deposit (Civil Code of the PRC, art. 586).
CREATE TABLE presale_offer (
    id            BIGINT      NOT NULL PRIMARY KEY,
    sku_id        BIGINT      NOT NULL,
    price_minor   BIGINT      NOT NULL,
    deposit_minor BIGINT      NOT NULL,
    worth_minor   BIGINT      NOT NULL,
    deposit_until DATETIME(6) NOT NULL,
    balance_from  DATETIME(6) NOT NULL,
    balance_until DATETIME(6) NOT NULL,
    missed        VARCHAR(10) NOT NULL,
    pieces        BIGINT      NOT NULL,
    taken         BIGINT      NOT NULL,
    created_at    DATETIME(6) NOT NULL,
    KEY presale_offer_open (deposit_until),
    CONSTRAINT presale_offer_worth CHECK (deposit_minor > 0 AND worth_minor >= deposit_minor AND worth_minor < price_minor),
    CONSTRAINT presale_offer_legal CHECK (deposit_minor * 5 <= price_minor - worth_minor + deposit_minor),
    CONSTRAINT presale_offer_times CHECK (balance_from < balance_until),
    CONSTRAINT presale_offer_taken CHECK (taken BETWEEN 0 AND pieces),
    CONSTRAINT presale_offer_missed CHECK (missed IN ('KEEP', 'GIVE_BACK'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
