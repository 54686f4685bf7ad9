CREATE TABLE asset_rules (
    version BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rules   TEXT          NOT NULL,
    set_at  DATETIME(6)   NOT NULL,
    set_by  VARCHAR(64)   NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
