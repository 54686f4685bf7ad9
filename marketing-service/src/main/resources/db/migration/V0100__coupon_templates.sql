CREATE TABLE coupon_template (
    id                 BIGINT       NOT NULL PRIMARY KEY,
    name               VARCHAR(60)  NOT NULL,
    kind               VARCHAR(32)  NOT NULL,
    settings           TEXT         NOT NULL,
    scope              TEXT         NOT NULL,
    stack_category     VARCHAR(32)  NOT NULL,
    stack_per_category INT          NOT NULL,
    stack_exclusive    VARCHAR(16)  NOT NULL,
    zone               VARCHAR(40)  NOT NULL,
    valid_from_date    DATE         NULL,
    valid_to_date      DATE         NULL,
    valid_days         INT          NULL,
    limit_total        BIGINT       NULL,
    limit_per_member   INT          NULL,
    limit_per_day      BIGINT       NULL,
    claimable          TINYINT(1)   NOT NULL,
    new_members_only   TINYINT(1)   NOT NULL,
    issue_on           VARCHAR(16)  NOT NULL,
    issue_min_paid     BIGINT       NOT NULL,
    state              VARCHAR(16)  NOT NULL,
    issued             BIGINT       NOT NULL,
    created_at         DATETIME(6)  NOT NULL,
    updated_at         DATETIME(6)  NOT NULL,
    KEY coupon_template_by_trigger (state, issue_on),
    CONSTRAINT coupon_template_issued CHECK (issued >= 0 AND (limit_total IS NULL OR issued <= limit_total)),
    CONSTRAINT coupon_template_validity CHECK (
        (valid_days IS NOT NULL AND valid_from_date IS NULL AND valid_to_date IS NULL)
        OR (valid_days IS NULL AND valid_from_date IS NOT NULL AND valid_to_date IS NOT NULL AND valid_from_date <= valid_to_date))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE coupon_member_quota (
    template_id BIGINT NOT NULL,
    member_key  BIGINT NOT NULL,
    taken       INT    NOT NULL,
    PRIMARY KEY (template_id, member_key),
    CONSTRAINT coupon_member_quota_taken CHECK (taken >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE coupon_day_quota (
    template_id   BIGINT NOT NULL,
    calendar_date DATE   NOT NULL,
    taken         BIGINT NOT NULL,
    PRIMARY KEY (template_id, calendar_date),
    CONSTRAINT coupon_day_quota_taken CHECK (taken >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
