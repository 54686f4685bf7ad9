-- label: what a booked receipt says, or the card whose uses paid. value_minor: what these uses had cost when the card was sold.
ALTER TABLE order_tender
    ADD COLUMN label       VARCHAR(60) NULL,
    ADD COLUMN value_minor BIGINT      NULL;
