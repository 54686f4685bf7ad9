CREATE TABLE asset_hold (
    hold_id              BIGINT      NOT NULL PRIMARY KEY,
    member_key           BIGINT      NOT NULL,
    asked_points         BIGINT      NOT NULL,
    asked_stored_minor   BIGINT      NOT NULL,
    points               BIGINT      NOT NULL,
    principal_minor      BIGINT      NOT NULL,
    bonus_minor          BIGINT      NOT NULL,
    points_back          BIGINT      NOT NULL DEFAULT 0,
    principal_back_minor BIGINT      NOT NULL DEFAULT 0,
    bonus_back_minor     BIGINT      NOT NULL DEFAULT 0,
    status               VARCHAR(16) NOT NULL,
    late                 BOOLEAN     NOT NULL DEFAULT FALSE,
    expires_at           DATETIME(6) NOT NULL,
    made_at              DATETIME(6) NOT NULL,
    ended_at             DATETIME(6) NULL,
    KEY asset_hold_to_expire (status, expires_at),
    KEY asset_hold_by_member (member_key, status),
    CONSTRAINT asset_hold_points_back CHECK (points_back >= 0 AND points_back <= points),
    CONSTRAINT asset_hold_principal_back CHECK (principal_back_minor >= 0 AND principal_back_minor <= principal_minor),
    CONSTRAINT asset_hold_bonus_back CHECK (bonus_back_minor >= 0 AND bonus_back_minor <= bonus_minor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE asset_shortage (
    order_id           BIGINT      NOT NULL PRIMARY KEY,
    member_key         BIGINT      NOT NULL,
    points_short       BIGINT      NOT NULL,
    stored_short_minor BIGINT      NOT NULL,
    raised_at          DATETIME(6) NOT NULL,
    settled_at         DATETIME(6) NULL,
    KEY asset_shortage_open (settled_at, raised_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE asset_alarm (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind      VARCHAR(32)  NOT NULL,
    reference VARCHAR(96)  NOT NULL,
    facts     VARCHAR(500) NOT NULL,
    raised_at DATETIME(6)  NOT NULL,
    closed_at DATETIME(6)  NULL,
    closed_by VARCHAR(64)  NULL,
    UNIQUE KEY asset_alarm_once (kind, reference),
    KEY asset_alarm_open (closed_at, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
