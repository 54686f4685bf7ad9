-- A member showed his code at a store's till: for a while his points, coupons and stored value may be used there.
CREATE TABLE member_presence (
    store_id   BIGINT      NOT NULL,
    member_key BIGINT      NOT NULL,
    until      DATETIME(6) NOT NULL,
    PRIMARY KEY (store_id, member_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
