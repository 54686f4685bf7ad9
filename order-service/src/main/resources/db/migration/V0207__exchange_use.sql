-- The pieces of an offer that an order took; given back once, when the order is cancelled or all of it comes back.
CREATE TABLE exchange_use (
    order_id   BIGINT  NOT NULL,
    offer_id   BIGINT  NOT NULL,
    member_key BIGINT  NOT NULL,
    pieces     BIGINT  NOT NULL,
    given_back BOOLEAN NOT NULL,
    PRIMARY KEY (order_id, offer_id),
    KEY exchange_use_by_member (offer_id, member_key),
    CONSTRAINT exchange_use_pieces CHECK (pieces > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
