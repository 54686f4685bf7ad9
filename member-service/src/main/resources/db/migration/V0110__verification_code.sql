CREATE TABLE verification_code (
    session_hash  CHAR(64)    NOT NULL PRIMARY KEY,
    purpose       VARCHAR(16) NOT NULL,
    phone_index   CHAR(64)    NOT NULL,
    address_index CHAR(64)    NOT NULL,
    code_hash     CHAR(64)    NOT NULL,
    reference     CHAR(36)    NOT NULL,
    tries         INT         NOT NULL,
    created_at    DATETIME(6) NOT NULL,
    expires_at    DATETIME(6) NOT NULL,
    ended_at      DATETIME(6) NULL,
    KEY verification_code_by_phone (phone_index, created_at),
    KEY verification_code_by_address (address_index, created_at),
    KEY verification_code_by_age (created_at),
    CONSTRAINT verification_code_tries CHECK (tries BETWEEN 0 AND 5)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
