CREATE TABLE promotion_budget (
    promotion_id     BIGINT      NOT NULL PRIMARY KEY,
    limit_minor      BIGINT      NULL,
    limit_uses       BIGINT      NULL,
    limit_per_member INT         NULL,
    kept_minor       BIGINT      NOT NULL,
    kept_uses        BIGINT      NOT NULL,
    updated_at       DATETIME(6) NOT NULL,
    CONSTRAINT promotion_budget_money CHECK (kept_minor >= 0 AND (limit_minor IS NULL OR kept_minor <= limit_minor)),
    CONSTRAINT promotion_budget_uses CHECK (kept_uses >= 0 AND (limit_uses IS NULL OR kept_uses <= limit_uses))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE promotion_member_quota (
    promotion_id BIGINT NOT NULL,
    member_key   BIGINT NOT NULL,
    kept_uses    INT    NOT NULL,
    PRIMARY KEY (promotion_id, member_key),
    CONSTRAINT promotion_member_quota_uses CHECK (kept_uses >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE promotion_use (
    order_id       BIGINT      NOT NULL,
    promotion_id   BIGINT      NOT NULL,
    member_key     BIGINT      NULL,
    discount_minor BIGINT      NOT NULL,
    counted        TINYINT(1)  NOT NULL,
    state          VARCHAR(16) NOT NULL,
    expires_at     DATETIME(6) NOT NULL,
    held_at        DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, promotion_id),
    KEY promotion_use_by_promotion (promotion_id, state),
    KEY promotion_use_by_expiry (state, expires_at),
    CONSTRAINT promotion_use_discount CHECK (discount_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
