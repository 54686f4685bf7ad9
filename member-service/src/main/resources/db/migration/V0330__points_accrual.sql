ALTER TABLE points_rule
    ADD COLUMN return_window_days  INT  NOT NULL DEFAULT 0,
    ADD COLUMN warn_days           INT  NOT NULL DEFAULT 30,
    ADD COLUMN registration_points INT  NOT NULL DEFAULT 0,
    ADD COLUMN accrual             TEXT NULL;

ALTER TABLE points_earning
    ADD COLUMN earned_on DATE       NULL,
    ADD COLUMN visited   BOOLEAN    NOT NULL DEFAULT FALSE,
    ADD COLUMN sold      MEDIUMTEXT NULL,
    ADD COLUMN returned  MEDIUMTEXT NULL,
    ADD KEY points_earning_of_days (member_key, earned_on);
