-- promotions: what each takes off (its budget is held). pay_with: the means the price was made for, otherwise_minor: the price without them.
-- gift_cards: encrypted codes that are to be held; gone as soon as they are.
ALTER TABLE sales_order
    ADD COLUMN promotions      TEXT         NULL,
    ADD COLUMN pay_with        VARCHAR(120) NULL,
    ADD COLUMN otherwise_minor BIGINT       NULL,
    ADD COLUMN gift_cards      TEXT         NULL;
