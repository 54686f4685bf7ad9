CREATE TABLE idempotency (
    principal    VARCHAR(64)  NOT NULL,
    route        VARCHAR(100) NOT NULL,
    request_key  VARCHAR(100) NOT NULL,
    operation_id BIGINT       NOT NULL,
    body_hash    CHAR(64)     NOT NULL,
    status       INT          NULL,
    answer       MEDIUMTEXT   NULL,
    leased_until DATETIME(6)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (principal, route, request_key),
    KEY idempotency_by_age (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
