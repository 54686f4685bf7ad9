CREATE TABLE known_member (
    member_key  BIGINT      NOT NULL PRIMARY KEY,
    first_order BIGINT      NULL,
    history     TINYINT(1)  NOT NULL,
    noted_at    DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
