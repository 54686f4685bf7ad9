CREATE TABLE wallet_adjustment (
    adjustment_id   BIGINT       NOT NULL PRIMARY KEY,
    member_key      BIGINT       NOT NULL,
    principal_minor BIGINT       NOT NULL,
    bonus_minor     BIGINT       NOT NULL,
    reason          VARCHAR(200) NOT NULL,
    status          VARCHAR(16)  NOT NULL,
    requested_by    VARCHAR(64)  NOT NULL,
    requested_at    DATETIME(6)  NOT NULL,
    decided_by      VARCHAR(64)  NULL,
    decided_at      DATETIME(6)  NULL,
    decision_reason VARCHAR(200) NULL,
    KEY wallet_adjustment_open (status, adjustment_id),
    KEY wallet_adjustment_of_member (member_key, status, decided_at),
    CONSTRAINT wallet_adjustment_moves CHECK (principal_minor <> 0 OR bonus_minor <> 0),
    CONSTRAINT wallet_adjustment_status CHECK (status IN ('OPEN', 'APPLIED', 'REJECTED')),
    CONSTRAINT wallet_adjustment_second_person CHECK (status <> 'APPLIED' OR decided_by <> requested_by)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
