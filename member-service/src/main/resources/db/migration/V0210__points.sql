CREATE TABLE points_rule (
    version                  BIGINT        NOT NULL PRIMARY KEY,
    points_per_unit          INT           NOT NULL,
    excluded_kinds           VARCHAR(500)  NOT NULL,
    excluded_categories      VARCHAR(8000) NOT NULL,
    history_earns            BOOLEAN       NOT NULL,
    validity_days            INT           NOT NULL,
    usable_after_days        INT           NOT NULL,
    points_per_currency_unit INT           NOT NULL,
    cap_permille             INT           NOT NULL,
    set_by                   VARCHAR(64)   NOT NULL,
    set_at                   DATETIME(6)   NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO points_rule VALUES
    (1, 1, '["RECHARGE"]', '[]', TRUE, 365, 0, 100, 500, 'default', '2026-01-01 00:00:00.000000');

CREATE TABLE points_account (
    member_key BIGINT NOT NULL PRIMARY KEY,
    balance    BIGINT NOT NULL DEFAULT 0,
    held       BIGINT NOT NULL DEFAULT 0,
    debt       BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT points_balance_not_negative CHECK (balance >= 0),
    CONSTRAINT points_held_within_balance CHECK (held >= 0 AND held <= balance),
    CONSTRAINT points_debt_not_negative CHECK (debt >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE points_entry (
    id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_key    BIGINT      NOT NULL,
    delta         BIGINT      NOT NULL,
    balance_after BIGINT      NOT NULL,
    cause_type    VARCHAR(16) NOT NULL,
    cause_id      VARCHAR(64) NOT NULL,
    posted_at     DATETIME(6) NOT NULL,
    UNIQUE KEY points_entry_once (member_key, cause_type, cause_id),
    KEY points_entry_statement (member_key, id),
    CONSTRAINT points_entry_moves CHECK (delta <> 0),
    CONSTRAINT points_entry_floor CHECK (balance_after >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE points_lot (
    id          BIGINT      NOT NULL PRIMARY KEY,
    member_key  BIGINT      NOT NULL,
    cause_type  VARCHAR(16) NOT NULL,
    cause_id    VARCHAR(64) NOT NULL,
    earned      BIGINT      NOT NULL,
    remaining   BIGINT      NOT NULL,
    held        BIGINT      NOT NULL DEFAULT 0,
    usable_from DATETIME(6) NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    swept       BOOLEAN     NOT NULL DEFAULT FALSE,
    UNIQUE KEY points_lot_once (member_key, cause_type, cause_id),
    KEY points_lot_oldest_first (member_key, swept, expires_at, id),
    KEY points_lot_to_sweep (swept, expires_at),
    CONSTRAINT points_lot_range CHECK (remaining >= 0 AND remaining <= earned),
    CONSTRAINT points_lot_held_range CHECK (held >= 0 AND held <= remaining)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE points_hold_lot (
    hold_id BIGINT NOT NULL,
    lot_id  BIGINT NOT NULL,
    points  BIGINT NOT NULL,
    PRIMARY KEY (hold_id, lot_id),
    CONSTRAINT points_hold_lot_positive CHECK (points > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE points_earning (
    order_id            BIGINT NOT NULL PRIMARY KEY,
    member_key          BIGINT NOT NULL,
    rule_version        BIGINT NOT NULL,
    multiplier_permille INT    NOT NULL,
    eligible_minor      BIGINT NOT NULL,
    eligible_left_minor BIGINT NOT NULL,
    points_earned       BIGINT NOT NULL,
    points_kept         BIGINT NOT NULL,
    CONSTRAINT points_earning_left CHECK (eligible_left_minor >= 0 AND eligible_left_minor <= eligible_minor),
    CONSTRAINT points_earning_kept CHECK (points_kept >= 0 AND points_kept <= points_earned)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE points_debt (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_key  BIGINT      NOT NULL,
    cause_id    VARCHAR(64) NOT NULL,
    points      BIGINT      NOT NULL,
    left_points BIGINT      NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    UNIQUE KEY points_debt_once (member_key, cause_id),
    CONSTRAINT points_debt_range CHECK (left_points >= 0 AND left_points <= points)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
