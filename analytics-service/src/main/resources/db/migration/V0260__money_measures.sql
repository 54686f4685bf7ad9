-- Fees, cards sold, and what paid without being money: gift cards, card uses (and what they had cost), exchanged goods.
ALTER TABLE fact_order
    ADD COLUMN fees_minor           BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_sales_minor     BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN booked_minor         BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN gift_card_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_minor       BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_value_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN exchanged_minor      BIGINT NOT NULL DEFAULT 0;
ALTER TABLE fact_refund
    ADD COLUMN fees_back_minor           BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_sales_back_minor     BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN gift_card_back_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_back_minor       BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_value_back_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN exchanged_back_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN credited_minor            BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agg_sales
    ADD COLUMN fees_minor                BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_sales_minor          BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN booked_minor              BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN gift_card_minor           BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_minor            BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_value_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN exchanged_minor           BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN fees_back_minor           BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_sales_back_minor     BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN gift_card_back_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_back_minor       BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN card_use_value_back_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN exchanged_back_minor      BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN credited_minor            BIGINT NOT NULL DEFAULT 0;
