CREATE TABLE throttle (
    bucket    VARCHAR(120) NOT NULL PRIMARY KEY,
    began_at  DATETIME(6)  NOT NULL,
    ends_at   DATETIME(6)  NOT NULL,
    taken     BIGINT       NOT NULL,
    KEY throttle_by_end (ends_at),
    CONSTRAINT throttle_taken CHECK (taken >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
