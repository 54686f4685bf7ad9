CREATE TABLE card_share (
    id            BIGINT      NOT NULL PRIMARY KEY,
    card_id       BIGINT      NOT NULL,
    owner_key     BIGINT      NOT NULL,
    member_key    BIGINT      NULL,
    phone_index   CHAR(64)    NULL,
    relation      VARCHAR(16) NOT NULL,
    status        VARCHAR(16) NOT NULL,
    slot          INT         NULL,
    open_member   BIGINT      NULL,
    open_phone    CHAR(64)    NULL,
    invited_at    DATETIME(6) NOT NULL,
    invited_until DATETIME(6) NOT NULL,
    confirmed_at  DATETIME(6) NULL,
    ended_at      DATETIME(6) NULL,
    ended_by      VARCHAR(16) NULL,
    UNIQUE KEY card_share_slot (card_id, slot),
    UNIQUE KEY card_share_member_once (card_id, open_member),
    UNIQUE KEY card_share_phone_once (card_id, open_phone),
    KEY card_share_by_member (open_member, status),
    KEY card_share_by_phone (open_phone, status),
    CONSTRAINT card_share_slots CHECK (slot IS NULL OR (slot >= 1 AND slot <= 20)),
    CONSTRAINT card_share_open CHECK ((status = 'ENDED' AND slot IS NULL AND open_member IS NULL AND open_phone IS NULL)
        OR (status = 'INVITED' AND slot IS NOT NULL)
        OR (status = 'ACTIVE' AND slot IS NOT NULL AND open_member IS NOT NULL AND confirmed_at IS NOT NULL)),
    CONSTRAINT card_share_other CHECK (member_key IS NULL OR member_key <> owner_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE card_use ADD COLUMN share_id BIGINT NULL;
