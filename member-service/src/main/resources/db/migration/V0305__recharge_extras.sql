CREATE TABLE recharge_package_extras (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    package_id BIGINT        NOT NULL,
    since      DATETIME(6)   NOT NULL,
    extras     TEXT          NOT NULL,
    KEY recharge_package_extras_at (package_id, since, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE bonus_instalment (
    order_id    BIGINT      NOT NULL,
    line_id     VARCHAR(64) NOT NULL,
    number      INT         NOT NULL,
    member_key  BIGINT      NOT NULL,
    bonus_minor BIGINT      NOT NULL,
    due_at      DATETIME(6) NOT NULL,
    status      VARCHAR(16) NOT NULL,
    ended_at    DATETIME(6) NULL,
    PRIMARY KEY (order_id, line_id, number),
    KEY bonus_instalment_due (status, due_at),
    CONSTRAINT bonus_instalment_amount CHECK (bonus_minor > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE recharge_gift (
    grant_id   VARCHAR(64)  NOT NULL PRIMARY KEY,
    order_id   BIGINT       NOT NULL,
    line_id    VARCHAR(64)  NOT NULL,
    member_key BIGINT       NOT NULL,
    template   VARCHAR(64)  NOT NULL,
    status     VARCHAR(16)  NOT NULL,
    coupon_id  VARCHAR(64)  NULL,
    reason     VARCHAR(200) NULL,
    tries      INT          NOT NULL DEFAULT 0,
    next_at    DATETIME(6)  NOT NULL,
    KEY recharge_gift_next (status, next_at),
    KEY recharge_gift_of_line (order_id, line_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
