ALTER TABLE points_lot
    ADD COLUMN lapsed BIGINT  NOT NULL DEFAULT 0,
    ADD COLUMN warned BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY points_lot_to_warn (warned, expires_at),
    ADD CONSTRAINT points_lot_lapsed CHECK (lapsed >= 0 AND lapsed <= earned);

CREATE TABLE points_warning (
    member_key BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    points     BIGINT      NOT NULL,
    warned_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (member_key, expires_at),
    CONSTRAINT points_warning_positive CHECK (points > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
