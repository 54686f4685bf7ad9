CREATE TABLE share_rule (
    version    BIGINT      NOT NULL PRIMARY KEY,
    campaign   VARCHAR(20) NOT NULL,
    points     INT         NOT NULL,
    daily_cap  INT         NOT NULL,
    joined_days INT        NOT NULL,
    set_by     VARCHAR(64) NOT NULL,
    set_at     DATETIME(6) NOT NULL,
    CONSTRAINT share_rule_range CHECK (points >= 0 AND daily_cap >= 0 AND joined_days BETWEEN 1 AND 60)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO share_rule VALUES (1, 'friends', 20, 5, 7, 'default', '2026-01-01 00:00:00.000000');

CREATE TABLE share_claim (
    newcomer_key BIGINT      NOT NULL PRIMARY KEY,
    claim_id     BIGINT      NOT NULL,
    sharer_key   BIGINT      NOT NULL,
    campaign     VARCHAR(20) NOT NULL,
    day          DATE        NOT NULL,
    no_of_day    INT         NULL,
    points       INT         NOT NULL,
    claimed_at   DATETIME(6) NOT NULL,
    UNIQUE KEY share_claim_id (claim_id),
    UNIQUE KEY share_claim_of_day (sharer_key, campaign, day, no_of_day),
    CONSTRAINT share_claim_paid CHECK (points = 0 OR no_of_day >= 1),
    CONSTRAINT share_claim_others CHECK (newcomer_key <> sharer_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
