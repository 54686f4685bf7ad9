-- list - discount + fees + rounding = payable. Rounding (never above 0) is inside the net amounts of the lines, fees are on top of them.
ALTER TABLE sales_order
    ADD COLUMN fees_minor     BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN rounding_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN fees           TEXT   NULL,
    DROP CONSTRAINT sales_order_adds_up,
    ADD CONSTRAINT sales_order_sum CHECK (list_minor - discount_minor + fees_minor + rounding_minor = payable_minor),
    ADD CONSTRAINT sales_order_fees CHECK (fees_minor >= 0 AND rounding_minor <= 0);
