CREATE TABLE prepaid_contract (
    order_id    BIGINT        NOT NULL,
    line_id     VARCHAR(64)   NOT NULL,
    member_key  BIGINT        NOT NULL,
    kind        VARCHAR(16)   NOT NULL,
    product     VARCHAR(64)   NOT NULL,
    name        VARCHAR(200)  NOT NULL,
    order_no    VARCHAR(64)   NOT NULL,
    store_id    BIGINT        NOT NULL,
    list_minor  BIGINT        NOT NULL,
    paid_minor  BIGINT        NOT NULL,
    currency    CHAR(3)       NOT NULL,
    paid_at     DATETIME(6)   NOT NULL,
    terms       TEXT          NOT NULL,
    locked_by   VARCHAR(64)   NULL,
    refunded_at DATETIME(6)   NULL,
    PRIMARY KEY (order_id, line_id),
    KEY prepaid_contract_of_member (member_key, paid_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE refund_policy (
    name    VARCHAR(40)   NOT NULL,
    version INT           NOT NULL,
    policy  VARCHAR(2000) NOT NULL,
    set_at  DATETIME(6)   NOT NULL,
    set_by  VARCHAR(64)   NOT NULL,
    PRIMARY KEY (name, version)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE prepaid_product (
    product VARCHAR(64)   NOT NULL PRIMARY KEY,
    terms   VARCHAR(2000) NOT NULL,
    set_at  DATETIME(6)   NOT NULL,
    set_by  VARCHAR(64)   NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE asset_refund (
    refund_id       VARCHAR(64)  NOT NULL,
    line_id         VARCHAR(64)  NOT NULL,
    order_id        BIGINT       NOT NULL,
    member_key      BIGINT       NOT NULL,
    kind            VARCHAR(16)  NOT NULL,
    cause           VARCHAR(16)  NOT NULL,
    refund_minor    BIGINT       NOT NULL,
    principal_minor BIGINT       NOT NULL,
    bonus_minor     BIGINT       NOT NULL,
    answer          TEXT         NOT NULL,
    status          VARCHAR(16)  NOT NULL,
    made_at         DATETIME(6)  NOT NULL,
    ended_at        DATETIME(6)  NULL,
    PRIMARY KEY (refund_id, line_id),
    KEY asset_refund_of_line (order_id, line_id),
    KEY asset_refund_live (status, member_key),
    CONSTRAINT asset_refund_range CHECK (refund_minor >= 0 AND principal_minor >= 0 AND bonus_minor >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
