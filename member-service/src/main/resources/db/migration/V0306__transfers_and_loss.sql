ALTER TABLE wallet_account ADD COLUMN frozen_at DATETIME(6) NULL;

CREATE TABLE asset_transfer (
    id                  BIGINT      NOT NULL PRIMARY KEY,
    from_key            BIGINT      NOT NULL,
    to_key              BIGINT      NULL,
    kind                VARCHAR(16) NOT NULL,
    principal_minor     BIGINT      NOT NULL,
    bonus_minor         BIGINT      NOT NULL,
    fee_principal_minor BIGINT      NOT NULL,
    fee_bonus_minor     BIGINT      NOT NULL,
    card_id             BIGINT      NULL,
    status              VARCHAR(16) NOT NULL,
    code_hash           CHAR(64)    NULL,
    made_at             DATETIME(6) NOT NULL,
    expires_at          DATETIME(6) NOT NULL,
    ended_at            DATETIME(6) NULL,
    UNIQUE KEY asset_transfer_code (code_hash),
    KEY asset_transfer_from (from_key, id),
    KEY asset_transfer_to (to_key, id),
    KEY asset_transfer_to_expire (status, expires_at),
    CONSTRAINT asset_transfer_amounts CHECK (principal_minor >= 0 AND bonus_minor >= 0 AND fee_principal_minor >= 0
        AND fee_bonus_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
