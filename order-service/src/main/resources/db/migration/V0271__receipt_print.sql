-- Receipts that were sent to a printer. copy_no: 0 the original, then the copies; subject_id: the order or the refund.
CREATE TABLE receipt_print (
    id         BIGINT      NOT NULL PRIMARY KEY,
    subject_id BIGINT      NOT NULL,
    copy_no    INT         NOT NULL,
    till_id    BIGINT      NOT NULL,
    printed_by BIGINT      NOT NULL,
    printed_at DATETIME(6) NOT NULL,
    outcome    VARCHAR(12) NOT NULL,
    UNIQUE KEY receipt_print_copy (subject_id, copy_no),
    CONSTRAINT receipt_print_number CHECK (copy_no >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
