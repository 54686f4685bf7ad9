CREATE TABLE class_series (
    id                    BIGINT       NOT NULL PRIMARY KEY,
    store_id              BIGINT       NOT NULL,
    service_sku_id        BIGINT       NOT NULL,
    name                  VARCHAR(100) NOT NULL,
    class_kind            VARCHAR(16)  NOT NULL,
    weekday               INT          NOT NULL,
    start_minute          INT          NOT NULL,
    duration_minutes      INT          NOT NULL,
    capacity              INT          NOT NULL,
    coach_id              BIGINT       NULL,
    room_id               BIGINT       NULL,
    first_date            DATE         NOT NULL,
    last_date             DATE         NULL,
    opens_days_before     INT          NOT NULL,
    closes_minutes_before INT          NOT NULL,
    cancel_minutes_before INT          NOT NULL,
    walk_in               BOOLEAN      NOT NULL,
    card_use              BOOLEAN      NOT NULL,
    KEY class_series_by_store (store_id, id),
    CONSTRAINT class_series_bounds CHECK (weekday BETWEEN 1 AND 7 AND start_minute BETWEEN 0 AND 1439
        AND duration_minutes BETWEEN 5 AND 1440 AND capacity BETWEEN 1 AND 1000)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- one date of a series that differs
CREATE TABLE class_exception (
    series_id    BIGINT  NOT NULL,
    day          DATE    NOT NULL,
    cancelled    BOOLEAN NOT NULL,
    start_minute INT     NULL,
    capacity     INT     NULL,
    coach_id     BIGINT  NULL,
    room_id      BIGINT  NULL,
    PRIMARY KEY (series_id, day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE class_session (
    id             BIGINT      NOT NULL PRIMARY KEY,
    series_id      BIGINT      NOT NULL,
    day            DATE        NOT NULL,
    store_id       BIGINT      NOT NULL,
    service_sku_id BIGINT      NOT NULL,
    coach_id       BIGINT      NULL,
    room_id        BIGINT      NULL,
    starts_at      DATETIME(6) NOT NULL,
    ends_at        DATETIME(6) NOT NULL,
    capacity       INT         NOT NULL,
    occupied       INT         NOT NULL,
    state          VARCHAR(16) NOT NULL,
    UNIQUE KEY class_session_once (series_id, day),
    KEY class_session_by_store (store_id, starts_at),
    CONSTRAINT class_session_seats CHECK (0 <= occupied AND occupied <= capacity),
    CONSTRAINT class_session_state CHECK (state IN ('OPEN', 'CANCELLED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
