-- How many pieces of an offer a member has: a guarded sum of exchange_use.
CREATE TABLE exchange_taken (
    offer_id   BIGINT NOT NULL,
    member_key BIGINT NOT NULL,
    pieces     BIGINT NOT NULL,
    PRIMARY KEY (offer_id, member_key),
    CONSTRAINT exchange_taken_pieces CHECK (pieces >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
