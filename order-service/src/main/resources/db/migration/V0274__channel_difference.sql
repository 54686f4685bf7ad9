-- What the provider's bill and our books say differently. GONE: a later run found it settled. One row per number and kind of difference.
CREATE TABLE channel_difference (
    id           BIGINT       NOT NULL PRIMARY KEY,
    bill_date    DATE         NOT NULL,
    kind         VARCHAR(10)  NOT NULL,
    number       VARCHAR(40)  NOT NULL,
    what         VARCHAR(16)  NOT NULL,
    ours_minor   BIGINT       NULL,
    theirs_minor BIGINT       NULL,
    ours_state   VARCHAR(16)  NULL,
    theirs_state VARCHAR(16)  NULL,
    status       VARCHAR(10)  NOT NULL,
    note         VARCHAR(500) NULL,
    resolved_by  BIGINT       NULL,
    resolved_at  DATETIME(6)  NULL,
    found_at     DATETIME(6)  NOT NULL,
    UNIQUE KEY channel_difference_once (kind, number, what),
    KEY channel_difference_by_status (status, id),
    KEY channel_difference_by_day (bill_date),
    CONSTRAINT channel_difference_what CHECK (what IN ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'STATE_DIFFERS')),
    CONSTRAINT channel_difference_status CHECK (status IN ('OPEN', 'RESOLVED', 'GONE'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
