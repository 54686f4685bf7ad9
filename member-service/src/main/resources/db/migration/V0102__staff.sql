CREATE TABLE staff (
    id             BIGINT       NOT NULL PRIMARY KEY,
    realm          VARCHAR(8)   NOT NULL,
    role           VARCHAR(24)  NOT NULL,
    scope          VARCHAR(8)   NOT NULL,
    region         VARCHAR(200) NOT NULL,
    login_index    CHAR(64)     NOT NULL,
    login_sealed   VARCHAR(300) NOT NULL,
    name_sealed    VARCHAR(400) NOT NULL,
    phone_sealed   VARCHAR(300) NULL,
    password_hash  VARCHAR(200) NOT NULL,
    must_change    BOOLEAN      NOT NULL,
    active         BOOLEAN      NOT NULL,
    created_by     BIGINT       NULL,
    created_at     DATETIME(6)  NOT NULL,
    changed_at     DATETIME(6)  NOT NULL,
    left_at        DATETIME(6)  NULL,
    UNIQUE KEY staff_login (login_index),
    CONSTRAINT staff_realm CHECK (realm IN ('HQ', 'STAFF')),
    CONSTRAINT staff_scope CHECK (scope IN ('CHAIN', 'REGION', 'STORES')),
    CONSTRAINT staff_left CHECK (active = (left_at IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE staff_store (
    staff_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    PRIMARY KEY (staff_id, store_id),
    KEY staff_store_by_store (store_id, staff_id),
    CONSTRAINT staff_store_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT staff_store_store FOREIGN KEY (store_id) REFERENCES store (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
