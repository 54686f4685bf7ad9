DROP TABLE recharge_gift;

CREATE TABLE recharge_coupon (
    grant_id   BIGINT      NOT NULL PRIMARY KEY,
    order_id   BIGINT      NOT NULL,
    line_id    VARCHAR(64) NOT NULL,
    status     VARCHAR(16) NOT NULL,
    coupon_id  VARCHAR(64) NULL,
    next_at    DATETIME(6) NOT NULL,
    KEY recharge_coupon_next (status, next_at),
    KEY recharge_coupon_of_line (order_id, line_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
