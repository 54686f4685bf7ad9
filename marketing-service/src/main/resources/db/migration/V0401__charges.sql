CREATE TABLE charge_setting (
    store_id BIGINT      NOT NULL,
    version  INT         NOT NULL,
    terms    TEXT        NULL,
    set_by   VARCHAR(40) NOT NULL,
    set_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (store_id, version),
    CONSTRAINT charge_setting_version CHECK (version >= 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
