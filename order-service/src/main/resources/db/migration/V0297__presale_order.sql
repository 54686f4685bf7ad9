-- presale: the terms of an order in two steps. kept_minor: what of its money stays although it ended unpaid.
ALTER TABLE sales_order
    ADD COLUMN presale    TEXT   NULL,
    ADD COLUMN kept_minor BIGINT NOT NULL DEFAULT 0,
    ADD CONSTRAINT sales_order_kept CHECK (kept_minor BETWEEN 0 AND covered_minor AND (kept_minor = 0 OR status = 'CANCELLED'));

-- Orders in two steps; penalty_minor is owed beyond the deposit when the merchant did not perform (art. 587), until penalty_at.
CREATE TABLE presale_order (
    order_id          BIGINT      NOT NULL PRIMARY KEY,
    offer_id          BIGINT      NOT NULL,
    pieces            BIGINT      NOT NULL,
    penalty_minor     BIGINT      NOT NULL DEFAULT 0,
    penalty_way       VARCHAR(10) NULL,
    penalty_reference VARCHAR(60) NULL,
    penalty_by        BIGINT      NULL,
    penalty_at        DATETIME(6) NULL,
    KEY presale_order_by_offer (offer_id),
    CONSTRAINT presale_order_of FOREIGN KEY (order_id) REFERENCES sales_order (id),
    CONSTRAINT presale_order_offer FOREIGN KEY (offer_id) REFERENCES presale_offer (id),
    CONSTRAINT presale_order_pieces CHECK (pieces > 0 AND penalty_minor >= 0),
    CONSTRAINT presale_order_penalty CHECK ((penalty_at IS NULL) = (penalty_way IS NULL) AND (penalty_at IS NULL OR penalty_minor > 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
