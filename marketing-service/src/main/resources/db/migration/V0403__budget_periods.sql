ALTER TABLE promotion_budget
    ADD COLUMN limit_day_minor    BIGINT NULL,
    ADD COLUMN limit_day_uses     BIGINT NULL,
    ADD COLUMN limit_week_minor   BIGINT NULL,
    ADD COLUMN limit_week_uses    BIGINT NULL,
    ADD COLUMN limit_member_minor BIGINT NULL;

CREATE TABLE promotion_period_quota (
    promotion_id BIGINT     NOT NULL,
    period       VARCHAR(4) NOT NULL,
    begins       DATE       NOT NULL,
    kept_minor   BIGINT     NOT NULL,
    kept_uses    BIGINT     NOT NULL,
    PRIMARY KEY (promotion_id, period, begins),
    CONSTRAINT promotion_period_quota_kept CHECK (kept_minor >= 0 AND kept_uses >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE first_order_claim (
    member_key BIGINT      NOT NULL PRIMARY KEY,
    order_id   BIGINT      NOT NULL,
    claimed_at DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE promotion_use
    ADD COLUMN counted_on  DATE       NULL,
    ADD COLUMN first_order TINYINT(1) NOT NULL DEFAULT 0;

ALTER TABLE promotion_member_quota ADD COLUMN kept_minor BIGINT NOT NULL DEFAULT 0;

UPDATE promotion_member_quota q SET kept_minor = (
    SELECT COALESCE(SUM(u.discount_minor), 0) FROM promotion_use u
    WHERE u.promotion_id = q.promotion_id AND u.member_key = q.member_key AND u.counted = 1
      AND u.state IN ('HELD', 'SETTLED'));

ALTER TABLE promotion_member_quota ADD CONSTRAINT promotion_member_quota_money CHECK (kept_minor >= 0);
