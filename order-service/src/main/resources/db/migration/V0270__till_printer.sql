CREATE TABLE till_printer (
    till_id  BIGINT      NOT NULL PRIMARY KEY,
    host     VARCHAR(40) NOT NULL,
    port     INT         NOT NULL,
    paper_mm INT         NOT NULL,
    CONSTRAINT till_printer_of FOREIGN KEY (till_id) REFERENCES till (id),
    CONSTRAINT till_printer_paper CHECK (paper_mm IN (58, 80))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
