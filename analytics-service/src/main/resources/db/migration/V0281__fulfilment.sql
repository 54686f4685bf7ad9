-- Each step of an order that is fetched or sent, once; ENDED: wholly refunded before it was handed over. step: how far that is.
CREATE TABLE fact_fulfilment (
    order_id  BIGINT      NOT NULL,
    to_status VARCHAR(12) NOT NULL,
    step      INT         NOT NULL,
    store_id  BIGINT      NOT NULL,
    handing   VARCHAR(10) NOT NULL,
    moved_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, to_status)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far each of these orders is, and since when.
CREATE TABLE agg_fulfilment (
    order_id BIGINT      NOT NULL PRIMARY KEY,
    store_id BIGINT      NOT NULL,
    handing  VARCHAR(10) NOT NULL,
    status   VARCHAR(12) NOT NULL,
    step     INT         NOT NULL,
    since    DATETIME(6) NOT NULL,
    KEY agg_fulfilment_open (step, store_id, since)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
