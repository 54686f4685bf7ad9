CREATE TABLE member_code (
    code_hash  CHAR(64)    NOT NULL PRIMARY KEY,
    member_key BIGINT      NOT NULL,
    issued_at  DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at    DATETIME(6) NULL,
    used_store BIGINT      NULL,
    KEY member_code_by_member (member_key, expires_at),
    KEY member_code_by_expiry (expires_at),
    CONSTRAINT member_code_member FOREIGN KEY (member_key) REFERENCES member (member_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
