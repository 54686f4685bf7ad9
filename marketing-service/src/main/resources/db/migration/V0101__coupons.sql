CREATE TABLE coupon (
    id             BIGINT      NOT NULL PRIMARY KEY,
    template_id    BIGINT      NOT NULL,
    member_key     BIGINT      NOT NULL,
    cause_type     VARCHAR(16) NOT NULL,
    cause_id       VARCHAR(40) NOT NULL,
    valid_from     DATETIME(6) NOT NULL,
    valid_to       DATETIME(6) NOT NULL,
    state          VARCHAR(16) NOT NULL,
    order_id       BIGINT      NULL,
    discount_minor BIGINT      NOT NULL,
    withdraw_asked TINYINT(1)  NOT NULL,
    claimed_at     DATETIME(6) NOT NULL,
    UNIQUE KEY coupon_once (template_id, cause_type, cause_id),
    KEY coupon_by_member (member_key, state, valid_to),
    KEY coupon_by_order (order_id),
    KEY coupon_by_cause (cause_type, cause_id),
    KEY coupon_by_template (template_id, state),
    KEY coupon_by_expiry (state, valid_to),
    CONSTRAINT coupon_order CHECK ((state IN ('HELD', 'USED')) = (order_id IS NOT NULL)),
    CONSTRAINT coupon_validity CHECK (valid_from < valid_to)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE coupon_entry (
    id         BIGINT      NOT NULL PRIMARY KEY,
    coupon_id  BIGINT      NOT NULL,
    cause_type VARCHAR(16) NOT NULL,
    cause_id   VARCHAR(40) NOT NULL,
    entered_at DATETIME(6) NOT NULL,
    UNIQUE KEY coupon_entry_once (coupon_id, cause_type, cause_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
