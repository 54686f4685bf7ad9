CREATE TABLE bargain (
    id          BIGINT      NOT NULL PRIMARY KEY,
    offer_id    BIGINT      NOT NULL,
    member_key  BIGINT      NOT NULL,
    live_of     BIGINT      NULL,
    start_minor BIGINT      NOT NULL,
    floor_minor BIGINT      NOT NULL,
    price_minor BIGINT      NOT NULL,
    cuts_made   INT         NOT NULL,
    cuts_most   INT         NOT NULL,
    state       VARCHAR(8)  NOT NULL,
    started_at  DATETIME(6) NOT NULL,
    ends_at     DATETIME(6) NOT NULL,
    UNIQUE KEY bargain_live (offer_id, live_of),
    CONSTRAINT bargain_price CHECK (price_minor >= floor_minor AND price_minor <= start_minor),
    CONSTRAINT bargain_cuts CHECK (cuts_made >= 0 AND cuts_made <= cuts_most)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE bargain_help (
    bargain_id  BIGINT      NOT NULL,
    helper_key  BIGINT      NOT NULL,
    cut_minor   BIGINT      NOT NULL,
    price_minor BIGINT      NOT NULL,
    helped_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (bargain_id, helper_key),
    CONSTRAINT bargain_help_cut CHECK (cut_minor >= 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE bargain_helper_day (
    offer_id   BIGINT NOT NULL,
    helper_key BIGINT NOT NULL,
    helped_on  DATE   NOT NULL,
    helps      INT    NOT NULL,
    PRIMARY KEY (offer_id, helper_key, helped_on),
    CONSTRAINT bargain_helper_day_helps CHECK (helps >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
