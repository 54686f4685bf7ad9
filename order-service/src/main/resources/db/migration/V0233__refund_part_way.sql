-- way: how money goes that cannot go back the way it came (CASH, STORED_VALUE, BANK), or EXCHANGE where it pays for the goods
-- taken instead. wanted_way waits for the word of a second person. payer_minor: the payer's own money in it, where he had
-- used a coupon of the channel. carry_id: the money had come from an earlier order by an exchange.
ALTER TABLE refund_part
    ADD COLUMN way           VARCHAR(16)  NULL,
    ADD COLUMN way_reference VARCHAR(64)  NULL,
    ADD COLUMN wanted_way    VARCHAR(16)  NULL,
    ADD COLUMN wanted_by     BIGINT       NULL,
    ADD COLUMN way_by        BIGINT       NULL,
    ADD COLUMN payer_minor   BIGINT       NULL,
    ADD COLUMN carry_id      BIGINT       NULL,
    ADD CONSTRAINT refund_part_payer CHECK (payer_minor IS NULL OR payer_minor BETWEEN 0 AND amount_minor);
