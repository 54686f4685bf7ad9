-- A refund may be asked for by the member himself, is decided by staff, and tells how long that took. assets: whether cards or
-- a recharge are frozen for it at member-service; prepared_as: the status it gets once they are.
ALTER TABLE refund
    ADD COLUMN requested_by  VARCHAR(10)  NOT NULL DEFAULT 'STAFF',
    ADD COLUMN reason_code   VARCHAR(40)  NULL,
    ADD COLUMN cause         VARCHAR(10)  NOT NULL DEFAULT 'CONSUMER',
    ADD COLUMN fees_minor    BIGINT       NOT NULL DEFAULT 0,
    ADD COLUMN decided_at    DATETIME(6)  NULL,
    ADD COLUMN decision_note VARCHAR(200) NULL,
    ADD COLUMN overdue_at    DATETIME(6)  NULL,
    ADD COLUMN assets        VARCHAR(10)  NOT NULL DEFAULT 'NONE',
    ADD COLUMN prepared_as   VARCHAR(20)  NULL,
    ADD CONSTRAINT refund_fees CHECK (fees_minor BETWEEN 0 AND amount_minor),
    ADD CONSTRAINT refund_assets CHECK (assets IN ('NONE', 'WANTED', 'HELD', 'FREE')),
    ADD INDEX refund_by_assets (assets, status),
    ADD INDEX refund_by_age (status, created_at);
