CREATE TABLE books_run (
    day        DATE        NOT NULL PRIMARY KEY,
    started_at DATETIME(6) NOT NULL,
    ended_at   DATETIME(6) NULL,
    checks     INT         NULL,
    failing    INT         NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE quarantine (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    subject_kind VARCHAR(32)  NOT NULL,
    subject_id   VARCHAR(96)  NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    put_by       VARCHAR(64)  NOT NULL,
    put_at       DATETIME(6)  NOT NULL,
    open_mark    TINYINT      NULL,
    lifted_at    DATETIME(6)  NULL,
    lifted_by    VARCHAR(64)  NULL,
    lift_reason  VARCHAR(200) NULL,
    rebuilt      VARCHAR(500) NULL,
    UNIQUE KEY quarantine_once_while_open (subject_kind, subject_id, open_mark),
    KEY quarantine_open (open_mark, id),
    CONSTRAINT quarantine_open_or_lifted CHECK ((open_mark = 1 AND lifted_at IS NULL) OR (open_mark IS NULL AND lifted_at IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
