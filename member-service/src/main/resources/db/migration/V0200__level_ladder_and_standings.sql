CREATE TABLE level_ladder (
    version BIGINT      NOT NULL PRIMARY KEY,
    set_by  VARCHAR(64) NOT NULL,
    set_at  DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE level_definition (
    ladder_version    BIGINT        NOT NULL,
    rung              INT           NOT NULL,
    code              VARCHAR(32)   NOT NULL,
    name              VARCHAR(64)   NOT NULL,
    thresholds        VARCHAR(500)  NOT NULL,
    price_permille    INT           NOT NULL,
    member_prices     BOOLEAN       NOT NULL,
    points_permille   INT           NOT NULL,
    benefits          VARCHAR(4000) NOT NULL,
    PRIMARY KEY (ladder_version, rung),
    UNIQUE KEY level_code_once (ladder_version, code),
    CONSTRAINT level_price_range CHECK (price_permille BETWEEN 1 AND 1000),
    CONSTRAINT level_points_range CHECK (points_permille BETWEEN 0 AND 10000)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE level_standing (
    member_key     BIGINT      NOT NULL PRIMARY KEY,
    level_code     VARCHAR(32) NOT NULL,
    granted_code   VARCHAR(32) NULL,
    spend_minor    BIGINT      NOT NULL DEFAULT 0,
    order_count    BIGINT      NOT NULL DEFAULT 0,
    points_earned  BIGINT      NOT NULL DEFAULT 0,
    recharge_minor BIGINT      NOT NULL DEFAULT 0,
    changes        BIGINT      NOT NULL DEFAULT 0,
    ladder_version BIGINT      NOT NULL,
    since          DATETIME(6) NOT NULL,
    KEY level_standing_by_ladder (ladder_version, member_key),
    CONSTRAINT level_spend_not_negative CHECK (spend_minor >= 0),
    CONSTRAINT level_orders_not_negative CHECK (order_count >= 0),
    CONSTRAINT level_points_not_negative CHECK (points_earned >= 0),
    CONSTRAINT level_recharge_not_negative CHECK (recharge_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE level_history (
    member_key BIGINT      NOT NULL,
    step       BIGINT      NOT NULL,
    from_code  VARCHAR(32) NOT NULL,
    to_code    VARCHAR(32) NOT NULL,
    cause_type VARCHAR(16) NOT NULL,
    cause_id   VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (member_key, step),
    UNIQUE KEY level_change_once (member_key, cause_type, cause_id),
    CONSTRAINT level_change_is_a_change CHECK (from_code <> to_code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO level_ladder (version, set_by, set_at) VALUES (1, 'default', '2026-01-01 00:00:00.000000');

INSERT INTO level_definition
    (ladder_version, rung, code, name, thresholds, price_permille, member_prices, points_permille, benefits)
VALUES
    (1, 0, 'ORDINARY', '普通会员', '{}', 1000, TRUE, 1000, '["会员价","消费积分"]'),
    (1, 1, 'SILVER', '银卡会员', '{"SPEND":100000}', 980, TRUE, 1100, '["会员价","98折","1.1倍积分"]'),
    (1, 2, 'GOLD', '金卡会员', '{"SPEND":500000}', 950, TRUE, 1200, '["会员价","95折","1.2倍积分","优先预约"]'),
    (1, 3, 'DIAMOND', '钻石会员', '{"SPEND":2000000}', 900, TRUE, 1500, '["会员价","9折","1.5倍积分","优先预约","专属客服"]');
