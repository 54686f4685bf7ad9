CREATE TABLE card (
    id             BIGINT       NOT NULL PRIMARY KEY,
    member_key     BIGINT       NOT NULL,
    product_sku_id BIGINT       NOT NULL,
    name           VARCHAR(200) NOT NULL,
    kind           VARCHAR(16)  NOT NULL,
    uses_total     BIGINT       NOT NULL,
    uses_left      BIGINT       NOT NULL,
    uses_closed    BIGINT       NOT NULL DEFAULT 0,
    valid_from     DATETIME(6)  NOT NULL,
    valid_until    DATETIME(6)  NULL,
    frozen_at      DATETIME(6)  NULL,
    status         VARCHAR(16)  NOT NULL,
    cause_type     VARCHAR(16)  NOT NULL,
    cause_id       VARCHAR(96)  NOT NULL,
    piece          INT          NOT NULL,
    issued_at      DATETIME(6)  NOT NULL,
    UNIQUE KEY card_issued_once (cause_type, cause_id, piece),
    KEY card_by_member (member_key, status, id),
    CONSTRAINT card_uses_range CHECK (uses_left >= 0 AND uses_left + uses_closed <= uses_total),
    CONSTRAINT card_kind CHECK (kind IN ('PUNCH', 'PERIOD'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE card_service (
    card_id BIGINT NOT NULL,
    sku_id  BIGINT NOT NULL,
    PRIMARY KEY (card_id, sku_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE card_store (
    card_id  BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    PRIMARY KEY (card_id, store_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE card_use (
    use_id         VARCHAR(64) NOT NULL PRIMARY KEY,
    card_id        BIGINT      NOT NULL,
    member_key     BIGINT      NOT NULL,
    service_sku_id BIGINT      NOT NULL,
    store_id       BIGINT      NOT NULL,
    staff_id       BIGINT      NULL,
    uses_left      BIGINT      NOT NULL,
    status         VARCHAR(16) NOT NULL,
    used_at        DATETIME(6) NOT NULL,
    given_back_at  DATETIME(6) NULL,
    KEY card_use_statement (card_id, used_at, use_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
