CREATE TABLE member_notice (
    id          BIGINT       NOT NULL PRIMARY KEY,
    member_key  BIGINT       NOT NULL,
    kind        VARCHAR(32)  NOT NULL,
    cause_id    VARCHAR(64)  NOT NULL,
    points      BIGINT       NOT NULL,
    due_at      DATETIME(6)  NOT NULL,
    status      VARCHAR(16)  NOT NULL,
    channel     VARCHAR(16)  NULL,
    reason      VARCHAR(120) NULL,
    tries       INT          NOT NULL DEFAULT 0,
    next_try_at DATETIME(6)  NOT NULL,
    made_at     DATETIME(6)  NOT NULL,
    ended_at    DATETIME(6)  NULL,
    read_at     DATETIME(6)  NULL,
    UNIQUE KEY member_notice_once (member_key, kind, cause_id),
    KEY member_notice_due (status, next_try_at),
    KEY member_notice_of_member (member_key, id),
    KEY member_notice_by_time (made_at, status),
    CONSTRAINT member_notice_status CHECK (status IN ('DUE', 'SENDING', 'SENT', 'UNCONFIRMED', 'SKIPPED', 'FAILED')),
    CONSTRAINT member_notice_channel CHECK (status NOT IN ('SENDING', 'SENT', 'UNCONFIRMED') OR channel IS NOT NULL),
    CONSTRAINT member_notice_ended CHECK ((status IN ('DUE', 'SENDING')) = (ended_at IS NULL)),
    CONSTRAINT member_notice_points CHECK (points > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE notice_choice (
    id           BIGINT      NOT NULL PRIMARY KEY,
    member_key   BIGINT      NOT NULL,
    by_wechat    BOOLEAN     NOT NULL,
    by_sms       BOOLEAN     NOT NULL,
    text_version VARCHAR(32) NOT NULL,
    chosen_at    DATETIME(6) NOT NULL,
    KEY notice_choice_of_member (member_key, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
