ALTER TABLE sales_order
    ADD COLUMN campaign    VARCHAR(500) NULL,
    ADD COLUMN group_id    BIGINT       NULL,
    ADD COLUMN group_state VARCHAR(10)  NULL,
    ADD KEY sales_order_group (group_state, group_id),
    ADD CONSTRAINT sales_order_group_both CHECK ((group_id IS NULL) = (group_state IS NULL));
