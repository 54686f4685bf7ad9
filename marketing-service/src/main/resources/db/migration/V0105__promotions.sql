CREATE TABLE promotion (
    id                 BIGINT      NOT NULL PRIMARY KEY,
    name               VARCHAR(60) NOT NULL,
    kind               VARCHAR(32) NOT NULL,
    settings           TEXT        NOT NULL,
    scope              TEXT        NOT NULL,
    stack_category     VARCHAR(32) NOT NULL,
    stack_per_category INT         NOT NULL,
    stack_exclusive    VARCHAR(16) NOT NULL,
    valid_from         DATETIME(6) NOT NULL,
    valid_to           DATETIME(6) NOT NULL,
    state              VARCHAR(16) NOT NULL,
    created_at         DATETIME(6) NOT NULL,
    updated_at         DATETIME(6) NOT NULL,
    KEY promotion_by_time (state, valid_to),
    CONSTRAINT promotion_validity CHECK (valid_from < valid_to)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
