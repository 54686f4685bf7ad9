-- exchange_points: points given for the line on top of its net amount. by_card: paid by uses of a card, of card_id or the one that ends first.
ALTER TABLE order_line
    ADD COLUMN exchange_offer_id BIGINT      NULL,
    ADD COLUMN exchange_points   BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN by_card           BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN card_id           VARCHAR(20) NULL,
    ADD CONSTRAINT order_line_exchange CHECK (exchange_points >= 0);
