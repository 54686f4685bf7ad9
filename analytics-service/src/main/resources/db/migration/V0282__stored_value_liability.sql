CREATE TABLE fact_stored_value (
    member_key      BIGINT      NOT NULL,
    cause           VARCHAR(16) NOT NULL,
    reference       VARCHAR(96) NOT NULL,
    business_date   DATE        NOT NULL,
    principal_minor BIGINT      NOT NULL,
    bonus_minor     BIGINT      NOT NULL,
    changed_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (member_key, cause, reference),
    KEY fact_stored_value_by_date (business_date, cause)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE agg_stored_value_day (
    business_date   DATE        NOT NULL,
    cause           VARCHAR(16) NOT NULL,
    entries         BIGINT      NOT NULL,
    principal_minor BIGINT      NOT NULL,
    bonus_minor     BIGINT      NOT NULL,
    PRIMARY KEY (business_date, cause)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
