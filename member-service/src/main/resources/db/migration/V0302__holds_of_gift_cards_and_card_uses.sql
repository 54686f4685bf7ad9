ALTER TABLE asset_hold MODIFY member_key BIGINT NULL;

ALTER TABLE asset_shortage
    MODIFY member_key BIGINT NULL,
    ADD COLUMN gift_short_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN uses_short BIGINT NOT NULL DEFAULT 0;

CREATE TABLE hold_gift_card (
    hold_id      BIGINT NOT NULL,
    gift_card_id BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    back_minor   BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (hold_id, gift_card_id),
    KEY hold_gift_card_of (gift_card_id),
    CONSTRAINT hold_gift_card_range CHECK (amount_minor > 0 AND back_minor >= 0 AND back_minor <= amount_minor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE hold_card_use (
    hold_id        BIGINT      NOT NULL,
    line_id        VARCHAR(64) NOT NULL,
    card_id        BIGINT      NOT NULL,
    service_sku_id BIGINT      NOT NULL,
    store_id       BIGINT      NOT NULL,
    asked_card_id  BIGINT      NULL,
    uses           BIGINT      NOT NULL,
    value_minor    BIGINT      NOT NULL,
    uses_back      BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (hold_id, line_id, card_id),
    KEY hold_card_use_of (card_id),
    CONSTRAINT hold_card_use_range CHECK (uses > 0 AND uses_back >= 0 AND uses_back <= uses)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
