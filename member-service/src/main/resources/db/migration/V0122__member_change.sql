CREATE TABLE member_change (
    id         BIGINT       NOT NULL PRIMARY KEY,
    member_key BIGINT       NOT NULL,
    field      VARCHAR(16)  NOT NULL,
    old_sealed VARCHAR(500) NULL,
    new_sealed VARCHAR(500) NULL,
    actor      VARCHAR(64)  NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    KEY member_change_by_member (member_key, id),
    CONSTRAINT member_change_member FOREIGN KEY (member_key) REFERENCES member (member_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
