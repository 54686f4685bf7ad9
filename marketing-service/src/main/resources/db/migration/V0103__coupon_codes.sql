CREATE TABLE coupon_code (
    id          BIGINT      NOT NULL PRIMARY KEY,
    template_id BIGINT      NOT NULL,
    batch_id    BIGINT      NOT NULL,
    code        VARCHAR(32) NOT NULL,
    member_key  BIGINT      NULL,
    claimed_at  DATETIME(6) NULL,
    UNIQUE KEY coupon_code_once (code),
    KEY coupon_code_by_template (template_id, id),
    CONSTRAINT coupon_code_claimed CHECK ((member_key IS NULL) = (claimed_at IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
