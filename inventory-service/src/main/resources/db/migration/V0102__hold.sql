CREATE TABLE stock_hold (
    hold_id    BIGINT      NOT NULL PRIMARY KEY,
    store_id   BIGINT      NULL,
    state      VARCHAR(16) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    settled_at DATETIME(6) NULL,
    KEY stock_hold_due (state, expires_at),
    CONSTRAINT stock_hold_state CHECK (state IN ('MISSING', 'HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE stock_hold_line (
    hold_id  BIGINT NOT NULL,
    sku_id   BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    PRIMARY KEY (hold_id, sku_id),
    CONSTRAINT stock_hold_line_positive CHECK (quantity > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- what a paid order should have taken and did not find
CREATE TABLE stock_shortage (
    order_id   BIGINT      NOT NULL,
    sku_id     BIGINT      NOT NULL,
    store_id   BIGINT      NOT NULL,
    wanted     BIGINT      NOT NULL,
    taken      BIGINT      NOT NULL,
    hold_state VARCHAR(16) NOT NULL,
    noticed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, sku_id),
    KEY stock_shortage_newest (store_id, noticed_at),
    CONSTRAINT stock_shortage_is_short CHECK (0 <= taken AND taken < wanted)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
