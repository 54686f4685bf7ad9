CREATE TABLE redeem_offer (
    offer_id         BIGINT      NOT NULL PRIMARY KEY,
    name             VARCHAR(64) NOT NULL,
    template_id      VARCHAR(32) NOT NULL,
    points           BIGINT      NOT NULL,
    stock            BIGINT      NULL,
    taken            BIGINT      NOT NULL DEFAULT 0,
    limit_per_member INT         NULL,
    from_at          DATETIME(6) NOT NULL,
    until_at         DATETIME(6) NOT NULL,
    active           BOOLEAN     NOT NULL,
    made_at          DATETIME(6) NOT NULL,
    KEY redeem_offer_shown (active, until_at),
    CONSTRAINT redeem_offer_points CHECK (points > 0),
    CONSTRAINT redeem_offer_stock CHECK (taken >= 0 AND (stock IS NULL OR taken <= stock)),
    CONSTRAINT redeem_offer_period CHECK (from_at < until_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE redemption (
    redemption_id BIGINT       NOT NULL PRIMARY KEY,
    offer_id      BIGINT       NOT NULL,
    member_key    BIGINT       NOT NULL,
    name          VARCHAR(64)  NOT NULL,
    points        BIGINT       NOT NULL,
    status        VARCHAR(16)  NOT NULL,
    coupon_id     VARCHAR(32)  NULL,
    reason        VARCHAR(200) NULL,
    made_at       DATETIME(6)  NOT NULL,
    ended_at      DATETIME(6)  NULL,
    KEY redemption_of_member (member_key, offer_id, status),
    KEY redemption_newest (member_key, redemption_id),
    KEY redemption_of_offer (offer_id, redemption_id),
    CONSTRAINT redemption_status CHECK (status IN ('PENDING', 'DONE', 'REFUSED')),
    CONSTRAINT redemption_points CHECK (points > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
