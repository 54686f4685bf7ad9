CREATE TABLE member (
    member_key         BIGINT       NOT NULL PRIMARY KEY,
    phone_sealed       VARCHAR(300) NULL,
    phone_index        CHAR(64)     NULL,
    phone_tail         CHAR(4)      NULL,
    name_sealed        VARCHAR(500) NULL,
    name_index         CHAR(64)     NULL,
    birthday           DATE         NULL,
    gender             VARCHAR(8)   NOT NULL,
    registration_store BIGINT       NULL,
    source             VARCHAR(40)  NOT NULL,
    state              VARCHAR(8)   NOT NULL,
    merged_into        BIGINT       NULL,
    version            BIGINT       NOT NULL,
    joined_at          DATETIME(6)  NOT NULL,
    changed_at         DATETIME(6)  NOT NULL,
    UNIQUE KEY member_phone (phone_index),
    KEY member_by_phone_tail (phone_tail, member_key),
    KEY member_by_name (name_index, member_key),
    CONSTRAINT member_registration_store FOREIGN KEY (registration_store) REFERENCES store (id),
    CONSTRAINT member_gender CHECK (gender IN ('FEMALE', 'MALE', 'UNKNOWN')),
    CONSTRAINT member_state CHECK (state IN ('ACTIVE', 'MERGED')),
    CONSTRAINT member_merged CHECK ((state = 'MERGED') = (merged_into IS NOT NULL)),
    CONSTRAINT member_phone_whole CHECK ((phone_sealed IS NULL) = (phone_index IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE member_store (
    member_key BIGINT      NOT NULL,
    store_id   BIGINT      NOT NULL,
    since      DATETIME(6) NOT NULL,
    PRIMARY KEY (member_key, store_id),
    KEY member_store_by_store (store_id, member_key),
    CONSTRAINT member_store_member FOREIGN KEY (member_key) REFERENCES member (member_key),
    CONSTRAINT member_store_store FOREIGN KEY (store_id) REFERENCES store (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
