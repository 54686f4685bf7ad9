-- The report with which a shift was closed. Never changed: each carries the hash of the one before and of itself.
CREATE TABLE z_report (
    till_id       BIGINT      NOT NULL,
    z_number      BIGINT      NOT NULL,
    shift_id      BIGINT      NOT NULL,
    report        MEDIUMTEXT      NOT NULL,
    previous_hash CHAR(64)    NOT NULL,
    hash          CHAR(64)    NOT NULL,
    closed_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (till_id, z_number),
    UNIQUE KEY z_report_of_shift (shift_id),
    CONSTRAINT z_report_of FOREIGN KEY (shift_id) REFERENCES till_shift (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
