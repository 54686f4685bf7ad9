ALTER TABLE points_hold_lot
    ADD COLUMN returned BIGINT NOT NULL DEFAULT 0,
    ADD CONSTRAINT points_hold_lot_returned CHECK (returned >= 0 AND returned <= points);
