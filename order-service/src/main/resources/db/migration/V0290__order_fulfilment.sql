-- handing: how the goods come to the customer. fulfilment: how far they have come, besides how the order is paid.
-- tip_minor: left on top, the sum of the tips' ledger; it is in no other amount.
ALTER TABLE sales_order
    ADD COLUMN handing    VARCHAR(10) NOT NULL DEFAULT 'COUNTER',
    ADD COLUMN fulfilment VARCHAR(12) NOT NULL DEFAULT 'WAITING',
    ADD COLUMN tip_minor  BIGINT      NOT NULL DEFAULT 0,
    ADD KEY sales_order_to_hand (store_id, fulfilment, id),
    ADD CONSTRAINT sales_order_handing CHECK (handing IN ('COUNTER', 'PICKUP', 'DELIVERY')),
    ADD CONSTRAINT sales_order_fulfilment CHECK (fulfilment IN ('WAITING', 'DONE', 'ENDED')
        OR (handing = 'PICKUP' AND fulfilment IN ('TO_PREPARE', 'READY'))
        OR (handing = 'DELIVERY' AND fulfilment IN ('TO_SHIP', 'SHIPPED'))),
    ADD CONSTRAINT sales_order_tip CHECK (tip_minor >= 0);

UPDATE sales_order
SET fulfilment = CASE status WHEN 'CANCELLED' THEN 'ENDED' WHEN 'PLACING' THEN 'WAITING' WHEN 'PENDING_PAYMENT' THEN 'WAITING'
                 ELSE 'DONE' END;
