CREATE TABLE coupon_grant (
    grant_id    VARCHAR(64) NOT NULL PRIMARY KEY,
    template_id BIGINT      NOT NULL,
    member_key  BIGINT      NOT NULL,
    coupon_id   BIGINT      NULL,
    cause       VARCHAR(40) NOT NULL,
    granted_at  DATETIME(6) NOT NULL,
    UNIQUE KEY coupon_grant_coupon (coupon_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
