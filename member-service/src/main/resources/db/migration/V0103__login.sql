CREATE TABLE login_family (
    id            BIGINT      NOT NULL PRIMARY KEY,
    realm         VARCHAR(8)  NOT NULL,
    subject       BIGINT      NOT NULL,
    store_id      BIGINT      NULL,
    device        CHAR(64)    NULL,
    began_at      DATETIME(6) NOT NULL,
    revoked_at    DATETIME(6) NULL,
    revoked_why   VARCHAR(24) NULL,
    KEY login_family_by_subject (realm, subject)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE access_token (
    hash       CHAR(64)    NOT NULL PRIMARY KEY,
    family_id  BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    KEY access_token_by_family (family_id),
    KEY access_token_by_expiry (expires_at),
    CONSTRAINT access_token_family FOREIGN KEY (family_id) REFERENCES login_family (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE refresh_token (
    hash       CHAR(64)    NOT NULL PRIMARY KEY,
    family_id  BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at    DATETIME(6) NULL,
    KEY refresh_token_by_family (family_id),
    KEY refresh_token_by_expiry (expires_at),
    CONSTRAINT refresh_token_family FOREIGN KEY (family_id) REFERENCES login_family (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE known_device (
    staff_id BIGINT      NOT NULL,
    device   CHAR(64)    NOT NULL,
    seen_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (staff_id, device),
    CONSTRAINT known_device_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
