CREATE TABLE audit_entry (
    position      BIGINT        NOT NULL PRIMARY KEY,
    at            DATETIME(6)   NOT NULL,
    actor         VARCHAR(64)   NOT NULL,
    store_id      BIGINT        NULL,
    address       VARCHAR(64)   NOT NULL,
    action        VARCHAR(40)   NOT NULL,
    subject       VARCHAR(64)   NOT NULL,
    facts         VARCHAR(2000) NOT NULL,
    previous_hash CHAR(64)      NOT NULL,
    hash          CHAR(64)      NOT NULL,
    KEY audit_entry_by_subject (subject, position),
    KEY audit_entry_by_actor (actor, position)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE audit_head (
    id       INT      NOT NULL PRIMARY KEY,
    position BIGINT   NOT NULL,
    hash     CHAR(64) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO audit_head (id, position, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
