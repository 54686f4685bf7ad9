ALTER TABLE promotion
    ADD COLUMN version      INT  NOT NULL DEFAULT 1,
    ADD COLUMN stack_groups TEXT NULL;
ALTER TABLE coupon_template
    ADD COLUMN version      INT  NOT NULL DEFAULT 1,
    ADD COLUMN stack_groups TEXT NULL,
    ADD COLUMN audience     TEXT NULL;
