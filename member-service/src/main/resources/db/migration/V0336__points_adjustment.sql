CREATE TABLE points_adjustment (
    adjustment_id   BIGINT       NOT NULL PRIMARY KEY,
    member_key      BIGINT       NOT NULL,
    points          BIGINT       NOT NULL,
    reason          VARCHAR(200) NOT NULL,
    status          VARCHAR(16)  NOT NULL,
    requested_by    VARCHAR(64)  NOT NULL,
    requested_at    DATETIME(6)  NOT NULL,
    decided_by      VARCHAR(64)  NULL,
    decided_at      DATETIME(6)  NULL,
    decision_reason VARCHAR(200) NULL,
    KEY points_adjustment_open (status, adjustment_id),
    KEY points_adjustment_of_member (member_key, adjustment_id),
    CONSTRAINT points_adjustment_moves CHECK (points <> 0),
    CONSTRAINT points_adjustment_status CHECK (status IN ('OPEN', 'APPLIED', 'REJECTED')),
    CONSTRAINT points_adjustment_second_person CHECK (status <> 'APPLIED' OR decided_by <> requested_by)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
