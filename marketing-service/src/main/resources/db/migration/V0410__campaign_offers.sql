CREATE TABLE campaign_offer (
    id               BIGINT        NOT NULL PRIMARY KEY,
    kind             VARCHAR(12)   NOT NULL,
    name             VARCHAR(60)   NOT NULL,
    sku_id           BIGINT        NOT NULL,
    store_ids        VARCHAR(2000) NOT NULL,
    price_minor      BIGINT        NOT NULL,
    start_minor      BIGINT        NULL,
    from_at          DATETIME(6)   NOT NULL,
    until_at         DATETIME(6)   NOT NULL,
    limit_per_member BIGINT        NOT NULL,
    allotment        BIGINT        NOT NULL,
    kept             BIGINT        NOT NULL,
    group_size       INT           NULL,
    life_hours       INT           NULL,
    cuts             INT           NULL,
    helps_per_day    INT           NULL,
    created_at       DATETIME(6)   NOT NULL,
    KEY campaign_offer_until (until_at),
    CONSTRAINT campaign_offer_kept CHECK (kept >= 0 AND kept <= allotment),
    CONSTRAINT campaign_offer_price CHECK (price_minor >= 0 AND (start_minor IS NULL OR start_minor > price_minor))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE campaign_member_quota (
    offer_id   BIGINT NOT NULL,
    member_key BIGINT NOT NULL,
    kept       BIGINT NOT NULL,
    PRIMARY KEY (offer_id, member_key),
    CONSTRAINT campaign_member_quota_kept CHECK (kept >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
