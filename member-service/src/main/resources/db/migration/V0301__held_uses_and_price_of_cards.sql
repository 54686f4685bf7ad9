ALTER TABLE card
    ADD COLUMN uses_held BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN paid_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN declared_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN value_used_minor BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN locked_by VARCHAR(96) NULL,
    ADD CONSTRAINT card_held_range CHECK (uses_held >= 0 AND uses_held <= uses_left);

ALTER TABLE card_use
    MODIFY use_id VARCHAR(128) NOT NULL,
    ADD COLUMN value_minor BIGINT NOT NULL DEFAULT 0;
