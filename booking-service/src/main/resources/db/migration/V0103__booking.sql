-- cancelled is 0 while the booking lives and its id after that: a member books a session once, and again after cancelling
CREATE TABLE booking (
    id             BIGINT      NOT NULL PRIMARY KEY,
    kind           VARCHAR(16) NOT NULL,
    state          VARCHAR(16) NOT NULL,
    store_id       BIGINT      NOT NULL,
    member_key     BIGINT      NOT NULL,
    service_sku_id BIGINT      NOT NULL,
    session_id     BIGINT      NULL,
    resource_id    BIGINT      NULL,
    place_id       BIGINT      NULL,
    staff_id       BIGINT      NULL,
    starts_at      DATETIME(6) NOT NULL,
    ends_at        DATETIME(6) NOT NULL,
    cancel_until   DATETIME(6) NOT NULL,
    card_use       BOOLEAN     NOT NULL,
    walk_in        BOOLEAN     NOT NULL,
    made_at        DATETIME(6) NOT NULL,
    cancelled      BIGINT      NOT NULL DEFAULT 0,
    cancelled_at   DATETIME(6) NULL,
    cancel_reason  VARCHAR(32) NULL,
    checking_since DATETIME(6) NULL,
    checked_in_at  DATETIME(6) NULL,
    card_id        VARCHAR(32) NULL,
    uses_left      BIGINT      NULL,
    UNIQUE KEY booking_once (session_id, member_key, cancelled),
    KEY booking_by_member (member_key, starts_at),
    KEY booking_by_store (store_id, starts_at),
    KEY booking_by_staff (staff_id, starts_at),
    KEY booking_checking (state, checking_since),
    CONSTRAINT booking_kind CHECK ((kind = 'CLASS') = (session_id IS NOT NULL)),
    CONSTRAINT booking_state CHECK (state IN ('BOOKED', 'CHECKING_IN', 'CHECKED_IN', 'CANCELLED')),
    CONSTRAINT booking_cancelled CHECK ((state = 'CANCELLED') = (cancelled <> 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- a check-in process: what the member code said, so that a retry need not ask again
CREATE TABLE check_in (
    id         BIGINT      NOT NULL PRIMARY KEY,
    store_id   BIGINT      NOT NULL,
    member_key BIGINT      NOT NULL,
    booking_id BIGINT      NULL,
    began_at   DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
