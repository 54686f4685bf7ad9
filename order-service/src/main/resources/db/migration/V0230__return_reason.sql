-- Why pieces come back, as headquarters lists it. cause: whose reason it is (MERCHANT or CONSUMER), which decides the legal
-- formula for cards and recharges.
CREATE TABLE return_reason (
    code     VARCHAR(40)  NOT NULL PRIMARY KEY,
    text_zh  VARCHAR(80)  NOT NULL,
    text_en  VARCHAR(80)  NOT NULL,
    cause    VARCHAR(10)  NOT NULL,
    restock  BOOLEAN      NOT NULL,
    active   BOOLEAN      NOT NULL,
    position INT          NOT NULL,
    CONSTRAINT return_reason_cause CHECK (cause IN ('MERCHANT', 'CONSUMER'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO return_reason (code, text_zh, text_en, cause, restock, active, position) VALUES
    ('SEVEN_DAYS', '七天无理由', 'Within seven days, no reason needed', 'CONSUMER', TRUE, TRUE, 10),
    ('DISLIKE', '不喜欢或不合适', 'Does not like it or it does not fit', 'CONSUMER', TRUE, TRUE, 20),
    ('QUALITY', '质量问题', 'Faulty', 'MERCHANT', FALSE, TRUE, 30),
    ('WRONG_ITEM', '发错或漏发', 'Wrong or missing item', 'MERCHANT', TRUE, TRUE, 40),
    ('NOT_AS_DESCRIBED', '与描述不符', 'Not as described', 'MERCHANT', TRUE, TRUE, 50),
    ('NO_SERVICE', '门店无法提供服务', 'The store cannot give the service', 'MERCHANT', TRUE, TRUE, 60),
    ('OTHER', '其他', 'Other', 'CONSUMER', TRUE, TRUE, 90);
