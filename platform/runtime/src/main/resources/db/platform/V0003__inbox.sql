CREATE TABLE inbox (
    consumer    VARCHAR(64) NOT NULL,
    event_id    CHAR(36)    NOT NULL,
    received_at DATETIME(6) NOT NULL,
    PRIMARY KEY (consumer, event_id),
    KEY inbox_by_age (received_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE dead_letter (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    consumer    VARCHAR(64)   NOT NULL,
    event_id    CHAR(36)      NOT NULL,
    topic       VARCHAR(64)   NOT NULL,
    msg_key     VARCHAR(64)   NOT NULL,
    seq         BIGINT        NOT NULL,
    type        VARCHAR(100)  NOT NULL,
    occurred_at DATETIME(6)   NOT NULL,
    payload     MEDIUMTEXT    NOT NULL,
    state       VARCHAR(16)   NOT NULL,
    reason      VARCHAR(1000) NOT NULL,
    attempts    INT           NOT NULL,
    parked_at   DATETIME(6)   NOT NULL,
    retry_at    DATETIME(6)   NOT NULL,
    UNIQUE KEY dead_letter_once (consumer, event_id),
    KEY dead_letter_by_key (consumer, topic, msg_key, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
