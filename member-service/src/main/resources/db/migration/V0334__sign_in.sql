CREATE TABLE sign_in_rule (
    version          BIGINT      NOT NULL PRIMARY KEY,
    points_per_day   INT         NOT NULL,
    streak_days      INT         NOT NULL,
    gift_kind        VARCHAR(16) NOT NULL,
    gift_points      INT         NOT NULL DEFAULT 0,
    gift_template_id VARCHAR(32) NULL,
    gift_title       VARCHAR(64) NULL,
    voucher_days     INT         NOT NULL DEFAULT 30,
    set_by           VARCHAR(64) NOT NULL,
    set_at           DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO sign_in_rule VALUES
    (1, 5, 7, 'POINTS', 30, NULL, NULL, 30, 'default', '2026-01-01 00:00:00.000000');

CREATE TABLE sign_in (
    member_key BIGINT      NOT NULL,
    day        DATE        NOT NULL,
    streak     INT         NOT NULL,
    points     INT         NOT NULL,
    signed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (member_key, day),
    CONSTRAINT sign_in_streak CHECK (streak >= 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE sign_in_gift (
    gift_id    BIGINT       NOT NULL PRIMARY KEY,
    member_key BIGINT       NOT NULL,
    day        DATE         NOT NULL,
    kind       VARCHAR(16)  NOT NULL,
    points     INT          NOT NULL DEFAULT 0,
    title      VARCHAR(64)  NULL,
    status     VARCHAR(16)  NOT NULL,
    coupon_id  VARCHAR(32)  NULL,
    reason     VARCHAR(200) NULL,
    UNIQUE KEY sign_in_gift_once (member_key, day),
    CONSTRAINT sign_in_gift_status CHECK (status IN ('PENDING', 'GIVEN', 'REFUSED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE pickup_voucher (
    voucher_id  BIGINT      NOT NULL PRIMARY KEY,
    code        VARCHAR(20) NOT NULL,
    member_key  BIGINT      NOT NULL,
    title       VARCHAR(64) NOT NULL,
    cause_type  VARCHAR(16) NOT NULL,
    cause_id    VARCHAR(64) NOT NULL,
    valid_until DATETIME(6) NOT NULL,
    used_at     DATETIME(6) NULL,
    used_store  BIGINT      NULL,
    used_staff  VARCHAR(32) NULL,
    UNIQUE KEY pickup_voucher_code (code),
    UNIQUE KEY pickup_voucher_once (cause_type, cause_id),
    KEY pickup_voucher_of_member (member_key, voucher_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
