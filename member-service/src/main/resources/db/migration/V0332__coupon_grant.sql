CREATE TABLE coupon_grant (
    grant_id    BIGINT       NOT NULL PRIMARY KEY,
    member_key  BIGINT       NOT NULL,
    template_id VARCHAR(32)  NOT NULL,
    cause_type  VARCHAR(16)  NOT NULL,
    cause_id    VARCHAR(64)  NOT NULL,
    status      VARCHAR(16)  NOT NULL,
    coupon_id   VARCHAR(32)  NULL,
    reason      VARCHAR(200) NULL,
    tries       INT          NOT NULL DEFAULT 0,
    next_try_at DATETIME(6)  NOT NULL,
    made_at     DATETIME(6)  NOT NULL,
    ended_at    DATETIME(6)  NULL,
    UNIQUE KEY coupon_grant_once (cause_type, cause_id),
    KEY coupon_grant_due (status, next_try_at),
    CONSTRAINT coupon_grant_status CHECK (status IN ('PENDING', 'GRANTED', 'REFUSED')),
    CONSTRAINT coupon_grant_has_coupon CHECK ((status = 'GRANTED') = (coupon_id IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
