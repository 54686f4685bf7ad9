CREATE TABLE wallet_account (
    member_key           BIGINT NOT NULL PRIMARY KEY,
    principal_minor      BIGINT NOT NULL DEFAULT 0,
    bonus_minor          BIGINT NOT NULL DEFAULT 0,
    held_principal_minor BIGINT NOT NULL DEFAULT 0,
    held_bonus_minor     BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT wallet_principal_range CHECK (held_principal_minor >= 0 AND held_principal_minor <= principal_minor),
    CONSTRAINT wallet_bonus_range CHECK (held_bonus_minor >= 0 AND held_bonus_minor <= bonus_minor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE wallet_entry (
    id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_key    BIGINT      NOT NULL,
    kind          VARCHAR(16) NOT NULL,
    delta_minor   BIGINT      NOT NULL,
    balance_after BIGINT      NOT NULL,
    cause_type    VARCHAR(16) NOT NULL,
    cause_id      VARCHAR(96) NOT NULL,
    posted_at     DATETIME(6) NOT NULL,
    UNIQUE KEY wallet_entry_once (member_key, kind, cause_type, cause_id),
    KEY wallet_entry_statement (member_key, id),
    CONSTRAINT wallet_entry_moves CHECK (delta_minor <> 0),
    CONSTRAINT wallet_entry_floor CHECK (balance_after >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE recharge_package (
    id              BIGINT      NOT NULL PRIMARY KEY,
    name            VARCHAR(64) NOT NULL,
    principal_minor BIGINT      NOT NULL,
    bonus_minor     BIGINT      NOT NULL,
    active          BOOLEAN     NOT NULL,
    made_at         DATETIME(6) NOT NULL,
    KEY recharge_package_shown (active, principal_minor),
    CONSTRAINT recharge_package_amounts CHECK (principal_minor > 0 AND bonus_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE recharge (
    order_id             BIGINT      NOT NULL,
    line_id              VARCHAR(64) NOT NULL,
    member_key           BIGINT      NOT NULL,
    paid_minor           BIGINT      NOT NULL,
    principal_minor      BIGINT      NOT NULL,
    bonus_minor          BIGINT      NOT NULL,
    refunded_minor       BIGINT      NOT NULL DEFAULT 0,
    principal_back_minor BIGINT      NOT NULL DEFAULT 0,
    bonus_back_minor     BIGINT      NOT NULL DEFAULT 0,
    credited_at          DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, line_id),
    KEY recharge_by_member (member_key, credited_at),
    CONSTRAINT recharge_refund_range CHECK (refunded_minor >= 0 AND refunded_minor <= paid_minor),
    CONSTRAINT recharge_back_range CHECK (principal_back_minor <= principal_minor AND bonus_back_minor <= bonus_minor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
