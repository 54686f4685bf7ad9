CREATE TABLE known_event_type (
    consumer         VARCHAR(64)  NOT NULL,
    topic            VARCHAR(64)  NOT NULL,
    type             VARCHAR(100) NOT NULL,
    missed_since     DATETIME(6)  NOT NULL,
    learnt_at        DATETIME(6)  NOT NULL,
    read_at          DATETIME(6)  NULL,
    look_again_until DATETIME(6)  NULL,
    dropped_at       DATETIME(6)  NULL,
    PRIMARY KEY (consumer, topic, type)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
