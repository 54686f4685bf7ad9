CREATE TABLE outbox_sequence (
    topic    VARCHAR(64) NOT NULL,
    msg_key  VARCHAR(64) NOT NULL,
    last_seq BIGINT      NOT NULL,
    PRIMARY KEY (topic, msg_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE outbox (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id    CHAR(36)     NOT NULL,
    topic       VARCHAR(64)  NOT NULL,
    msg_key     VARCHAR(64)  NOT NULL,
    seq         BIGINT       NOT NULL,
    type        VARCHAR(100) NOT NULL,
    traceparent VARCHAR(60)  NOT NULL,
    occurred_at DATETIME(6)  NOT NULL,
    payload     MEDIUMTEXT   NOT NULL,
    UNIQUE KEY outbox_once (topic, msg_key, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE outbox_relay (
    id           INT         NOT NULL PRIMARY KEY,
    owner        VARCHAR(36) NOT NULL,
    leased_until DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO outbox_relay (id, owner, leased_until) VALUES (1, 'nobody', '2000-01-01 00:00:00.000000');
