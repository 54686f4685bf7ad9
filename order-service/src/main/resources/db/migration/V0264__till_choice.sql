-- The till at which an order or a refund is handled where it is not the store's default till, and what the clerk noted.
CREATE TABLE till_choice (
    subject_id BIGINT       NOT NULL PRIMARY KEY,
    till_id    BIGINT       NULL,
    note       VARCHAR(100) NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
