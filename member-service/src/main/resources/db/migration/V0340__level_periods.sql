ALTER TABLE level_ladder
    ADD COLUMN terms TEXT NULL;

ALTER TABLE level_definition
    ADD COLUMN retain VARCHAR(500)  NOT NULL DEFAULT '{}',
    ADD COLUMN rights VARCHAR(500) NOT NULL DEFAULT '[]';

ALTER TABLE level_standing
    ADD COLUMN base_code    VARCHAR(32) NULL,
    ADD COLUMN period_kind  VARCHAR(24) NULL,
    ADD COLUMN period_from  DATE        NULL,
    ADD COLUMN period_until DATE        NULL,
    ADD COLUMN reached_on   DATE        NULL,
    ADD COLUMN anchor_on    DATE        NULL,
    ADD COLUMN accelerated  BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD KEY level_standing_by_period (period_until, member_key),
    ADD CONSTRAINT level_standing_period CHECK (period_from IS NULL OR period_from < period_until);

CREATE TABLE level_period (
    member_key     BIGINT      NOT NULL,
    period_until   DATE        NOT NULL,
    period_from    DATE        NOT NULL,
    base_code      VARCHAR(32) NULL,
    level_code     VARCHAR(32) NOT NULL,
    outcome        VARCHAR(16) NOT NULL,
    next_base      VARCHAR(32) NOT NULL,
    ladder_version BIGINT      NOT NULL,
    closed_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (member_key, period_until),
    CONSTRAINT level_period_outcome CHECK (outcome IN ('RETAINED', 'DOWN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE level_credit (
    order_id      BIGINT        NOT NULL PRIMARY KEY,
    member_key    BIGINT        NOT NULL,
    on_day        DATE          NOT NULL,
    permille      INT           NOT NULL,
    spend_minor   BIGINT        NOT NULL,
    spend_back    BIGINT        NOT NULL DEFAULT 0,
    orders        INT           NOT NULL,
    orders_back   INT           NOT NULL DEFAULT 0,
    points        BIGINT        NOT NULL,
    points_back   BIGINT        NOT NULL DEFAULT 0,
    recharge      BIGINT        NOT NULL,
    recharge_back BIGINT        NOT NULL DEFAULT 0,
    accel_code    VARCHAR(32)   NULL,
    accel_from    BIGINT        NULL,
    skipped       VARCHAR(4000) NULL,
    KEY level_credit_of_member (member_key, on_day),
    CONSTRAINT level_credit_spend CHECK (spend_back >= 0 AND spend_back <= spend_minor),
    CONSTRAINT level_credit_orders CHECK (orders_back >= 0 AND orders_back <= orders),
    CONSTRAINT level_credit_points CHECK (points_back >= 0 AND points_back <= points),
    CONSTRAINT level_credit_recharge CHECK (recharge_back >= 0 AND recharge_back <= recharge)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

UPDATE level_definition SET rights = '["OWN_AGENT"]' WHERE ladder_version = 1 AND code = 'DIAMOND';
