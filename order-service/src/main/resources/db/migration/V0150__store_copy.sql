-- What this service knows of stores. closed_until: the last business date whose till was closed; a later sale counts for the next one.
CREATE TABLE store_copy (
    id           BIGINT       NOT NULL PRIMARY KEY,
    code         VARCHAR(32)  NOT NULL,
    name         VARCHAR(200) NOT NULL,
    zone         VARCHAR(60)  NOT NULL,
    day_ends     VARCHAR(8)   NOT NULL,
    active       BOOLEAN      NOT NULL,
    closed_until DATE         NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
