-- A till of a store; the store's default till has the store's own id. z_number: how many shifts it has closed.
CREATE TABLE till (
    id       BIGINT      NOT NULL PRIMARY KEY,
    store_id BIGINT      NOT NULL,
    code     VARCHAR(20) NOT NULL,
    name     VARCHAR(60) NOT NULL,
    z_number BIGINT      NOT NULL,
    UNIQUE KEY till_code (store_id, code),
    CONSTRAINT till_z CHECK (z_number >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
