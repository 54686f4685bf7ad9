CREATE TABLE coupon_hold (
    id         BIGINT       NOT NULL PRIMARY KEY,
    member_key BIGINT       NOT NULL,
    coupon_ids VARCHAR(500) NOT NULL,
    state      VARCHAR(16)  NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    KEY coupon_hold_by_expiry (state, expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE coupon_shortage (
    order_id   BIGINT       NOT NULL,
    coupon_id  BIGINT       NOT NULL,
    reason     VARCHAR(200) NOT NULL,
    found_at   DATETIME(6)  NOT NULL,
    settled_at DATETIME(6)  NULL,
    PRIMARY KEY (order_id, coupon_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
