-- Tips are entries of their own in a shift: in the drawer where they are cash, and never a receipt of a sale.
ALTER TABLE shift_entry
    DROP CONSTRAINT shift_entry_kind,
    DROP CONSTRAINT shift_entry_sign,
    ADD CONSTRAINT shift_entry_kinds CHECK (kind IN ('OPENING', 'RECEIPT', 'HANDED_BACK', 'REFUND', 'PAID_IN', 'PAID_OUT', 'SALE',
        'RETURN', 'TIP', 'TIP_BACK')),
    ADD CONSTRAINT shift_entry_signs CHECK ((kind IN ('HANDED_BACK', 'REFUND', 'PAID_OUT', 'TIP_BACK') AND amount_minor < 0)
        OR (kind IN ('OPENING', 'RECEIPT', 'PAID_IN', 'TIP') AND amount_minor > 0)
        OR (kind IN ('SALE', 'RETURN') AND tender_kind IS NULL));
