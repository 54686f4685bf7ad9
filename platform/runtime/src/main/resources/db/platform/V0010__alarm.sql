CREATE TABLE alarm (
    id             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind           VARCHAR(48)   NOT NULL,
    subject        VARCHAR(160)  NOT NULL,
    facts          VARCHAR(4000) NOT NULL,
    raised_at      DATETIME(6)   NOT NULL,
    open_mark      TINYINT       NULL,
    cleared_at     DATETIME(6)   NULL,
    cleared_by     VARCHAR(64)   NULL,
    cleared_reason VARCHAR(200)  NULL,
    UNIQUE KEY alarm_once_while_open (kind, subject, open_mark),
    KEY alarm_open (open_mark, id),
    CONSTRAINT alarm_open_or_cleared CHECK ((open_mark = 1 AND cleared_at IS NULL) OR (open_mark IS NULL AND cleared_at IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
