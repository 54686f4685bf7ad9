-- The part of a refund that goes back to one tender. The id never changes: it is the number given to the provider.
CREATE TABLE refund_part (
    id                 BIGINT       NOT NULL PRIMARY KEY,
    refund_id          BIGINT       NOT NULL,
    tender_no          INT          NULL,
    payment_id         BIGINT       NULL,
    kind               VARCHAR(16)  NOT NULL,
    reference          VARCHAR(64)  NOT NULL,
    amount_minor       BIGINT       NOT NULL,
    total_minor        BIGINT       NOT NULL,
    status             VARCHAR(10)  NOT NULL,
    provider_refund_id VARCHAR(40)  NULL,
    failure            VARCHAR(300) NULL,
    attempts           INT          NOT NULL,
    next_try_at        DATETIME(6)  NULL,
    done_at            DATETIME(6)  NULL,
    KEY refund_part_by_refund (refund_id),
    UNIQUE KEY refund_part_of_surplus (payment_id),
    CONSTRAINT refund_part_amount CHECK (amount_minor > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
