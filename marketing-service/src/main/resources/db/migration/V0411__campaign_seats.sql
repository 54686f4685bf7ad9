CREATE TABLE buying_group (
    id         BIGINT      NOT NULL PRIMARY KEY,
    offer_id   BIGINT      NOT NULL,
    opener_key BIGINT      NOT NULL,
    size       INT         NOT NULL,
    kept       INT         NOT NULL,
    paid       INT         NOT NULL,
    state      VARCHAR(8)  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    opened_at  DATETIME(6) NULL,
    ends_at    DATETIME(6) NULL,
    settled_at DATETIME(6) NULL,
    KEY buying_group_open (offer_id, state, ends_at),
    KEY buying_group_due (state, ends_at),
    CONSTRAINT buying_group_seats CHECK (paid >= 0 AND paid <= kept AND kept <= size)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE campaign_seat (
    order_id   BIGINT      NOT NULL PRIMARY KEY,
    offer_id   BIGINT      NOT NULL,
    kind       VARCHAR(12) NOT NULL,
    group_id   BIGINT      NULL,
    bargain_id BIGINT      NULL,
    member_key BIGINT      NOT NULL,
    seat_of    BIGINT      NULL,
    pieces     BIGINT      NOT NULL,
    unit_minor BIGINT      NOT NULL,
    state      VARCHAR(8)  NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    held_at    DATETIME(6) NOT NULL,
    paid_at    DATETIME(6) NULL,
    paid_minor BIGINT      NOT NULL,
    back_minor BIGINT      NOT NULL,
    UNIQUE KEY campaign_seat_once (group_id, seat_of),
    KEY campaign_seat_offer (offer_id, state),
    KEY campaign_seat_due (state, expires_at),
    CONSTRAINT campaign_seat_amounts CHECK (pieces >= 1 AND unit_minor >= 0 AND back_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
