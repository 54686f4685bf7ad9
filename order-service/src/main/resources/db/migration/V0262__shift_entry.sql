-- What happened in a shift, append-only. The drawer holds the sum of the CASH entries. SALE and RETURN name the orders that
-- were paid and the refunds that were done in it, and move nothing (tender_kind is null).
CREATE TABLE shift_entry (
    id           BIGINT       NOT NULL PRIMARY KEY,
    shift_id     BIGINT       NOT NULL,
    kind         VARCHAR(12)  NOT NULL,
    tender_kind  VARCHAR(16)  NULL,
    amount_minor BIGINT       NOT NULL,
    order_id     BIGINT       NULL,
    refund_id    BIGINT       NULL,
    cause_type   VARCHAR(12)  NOT NULL,
    cause_id     VARCHAR(64)  NOT NULL,
    reason       VARCHAR(200) NOT NULL,
    staff_id     BIGINT       NULL,
    booked_at    DATETIME(6)  NOT NULL,
    business_date DATE        NULL,
    UNIQUE KEY shift_entry_once (cause_type, cause_id),
    KEY shift_entry_by_shift (shift_id, kind),
    KEY shift_entry_by_order (order_id),
    KEY shift_entry_by_day (business_date, kind),
    CONSTRAINT shift_entry_of FOREIGN KEY (shift_id) REFERENCES till_shift (id),
    CONSTRAINT shift_entry_kind CHECK (kind IN ('OPENING', 'RECEIPT', 'HANDED_BACK', 'REFUND', 'PAID_IN', 'PAID_OUT', 'SALE', 'RETURN')),
    CONSTRAINT shift_entry_sign CHECK ((kind IN ('HANDED_BACK', 'REFUND', 'PAID_OUT') AND amount_minor < 0)
        OR (kind IN ('OPENING', 'RECEIPT', 'PAID_IN') AND amount_minor > 0)
        OR (kind IN ('SALE', 'RETURN') AND tender_kind IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
