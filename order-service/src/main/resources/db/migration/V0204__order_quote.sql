-- The question and the whole answer that priced an order, with the rules and their versions; never changed, read by people.
CREATE TABLE order_quote (
    order_id BIGINT     NOT NULL PRIMARY KEY,
    quote    MEDIUMTEXT NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
