CREATE TABLE member_identity (
    kind           VARCHAR(16)  NOT NULL,
    identity_index CHAR(64)     NOT NULL,
    sealed         VARCHAR(300) NOT NULL,
    member_key     BIGINT       NOT NULL,
    bound_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (kind, identity_index),
    KEY member_identity_by_member (member_key),
    CONSTRAINT member_identity_member FOREIGN KEY (member_key) REFERENCES member (member_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE member_external (
    source       VARCHAR(40) NOT NULL,
    external_ref VARCHAR(64) NOT NULL,
    member_key   BIGINT      NOT NULL,
    PRIMARY KEY (source, external_ref),
    KEY member_external_by_ref (external_ref),
    KEY member_external_by_member (member_key),
    CONSTRAINT member_external_member FOREIGN KEY (member_key) REFERENCES member (member_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
