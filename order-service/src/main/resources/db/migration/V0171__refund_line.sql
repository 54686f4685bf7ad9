CREATE TABLE refund_line (
    refund_id    BIGINT  NOT NULL,
    line_no      INT     NOT NULL,
    quantity     BIGINT  NOT NULL,
    net_minor    BIGINT  NOT NULL,
    restock      BOOLEAN NOT NULL,
    PRIMARY KEY (refund_id, line_no),
    CONSTRAINT refund_line_amounts CHECK (quantity > 0 AND net_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
