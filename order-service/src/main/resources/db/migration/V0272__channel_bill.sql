-- A day's bill of the payment provider and how it compared. fee_milli: in thousandths of the smallest unit, as the provider says it.
CREATE TABLE channel_bill (
    bill_date      DATE         NOT NULL PRIMARY KEY,
    status         VARCHAR(10)  NOT NULL,
    sha1           CHAR(40)     NULL,
    payments       BIGINT       NOT NULL,
    paid_minor     BIGINT       NOT NULL,
    refunds        BIGINT       NOT NULL,
    refunded_minor BIGINT       NOT NULL,
    fee_milli      BIGINT       NOT NULL,
    runs           INT          NOT NULL,
    failure        VARCHAR(300) NULL,
    checked_at     DATETIME(6)  NOT NULL,
    CONSTRAINT channel_bill_status CHECK (status IN ('DONE', 'EMPTY', 'FAILED'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
