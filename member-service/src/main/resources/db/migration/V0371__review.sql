CREATE TABLE review_rule (
    version     BIGINT      NOT NULL PRIMARY KEY,
    points      INT         NOT NULL,
    template_id VARCHAR(32) NULL,
    within_days INT         NOT NULL,
    set_by      VARCHAR(64) NOT NULL,
    set_at      DATETIME(6) NOT NULL,
    CONSTRAINT review_rule_range CHECK (points >= 0 AND within_days BETWEEN 1 AND 365)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO review_rule VALUES (1, 10, NULL, 30, 'default', '2026-01-01 00:00:00.000000');

CREATE TABLE review (
    review_id       BIGINT       NOT NULL PRIMARY KEY,
    order_id        BIGINT       NOT NULL,
    line_id         VARCHAR(64)  NOT NULL,
    member_key      BIGINT       NOT NULL,
    store_id        BIGINT       NOT NULL,
    sku_id          BIGINT       NOT NULL,
    item_name       VARCHAR(200) NOT NULL,
    stars           INT          NOT NULL,
    words           VARCHAR(500) NOT NULL,
    status          VARCHAR(16)  NOT NULL,
    points          INT          NOT NULL DEFAULT 0,
    grant_id        BIGINT       NULL,
    written_at      DATETIME(6)  NOT NULL,
    decided_by      VARCHAR(64)  NULL,
    decided_at      DATETIME(6)  NULL,
    decision_reason VARCHAR(200) NULL,
    UNIQUE KEY review_once (order_id, line_id),
    KEY review_waiting (status, review_id),
    KEY review_of_store (store_id, status, review_id),
    KEY review_of_member (member_key, review_id),
    KEY review_of_sku (sku_id, status, review_id),
    CONSTRAINT review_stars CHECK (stars BETWEEN 1 AND 5),
    CONSTRAINT review_status CHECK (status IN ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT review_decided CHECK (status NOT IN ('APPROVED', 'REFUSED') OR decided_by IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review_coupon (
    grant_id  BIGINT      NOT NULL PRIMARY KEY,
    review_id BIGINT      NOT NULL,
    status    VARCHAR(16) NOT NULL,
    coupon_id VARCHAR(32) NULL,
    next_at   DATETIME(6) NOT NULL,
    UNIQUE KEY review_coupon_once (review_id),
    KEY review_coupon_due (status, next_at),
    CONSTRAINT review_coupon_status CHECK (status IN ('OWED', 'GIVEN', 'REFUSED', 'TO_WITHDRAW', 'WITHDRAWN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
