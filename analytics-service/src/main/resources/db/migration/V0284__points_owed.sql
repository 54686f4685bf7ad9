-- The points that each member has, as the youngest posting told.
CREATE TABLE agg_points (
    member_key BIGINT      NOT NULL PRIMARY KEY,
    balance    BIGINT      NOT NULL,
    changed_at DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
