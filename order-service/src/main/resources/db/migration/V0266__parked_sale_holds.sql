-- held_until: the stock of the basket is held so long. taken_by, taken_op: who took the basket up, by which request.
ALTER TABLE parked_sale
    ADD COLUMN held_until DATETIME(6) NULL,
    ADD COLUMN taken_by   BIGINT      NULL,
    ADD COLUMN taken_at   DATETIME(6) NULL,
    ADD COLUMN taken_op   BIGINT      NULL;
