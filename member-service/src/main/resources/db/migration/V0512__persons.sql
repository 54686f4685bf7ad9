-- Which member stands for the person behind a phone number, an openid or a device; of all three only keyed indexes.
CREATE TABLE person_mark (
    kind       VARCHAR(16) NOT NULL,
    mark       CHAR(64)    NOT NULL,
    person_key BIGINT      NOT NULL,
    noted_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (kind, mark),
    KEY person_mark_by_person (person_key),
    CONSTRAINT person_mark_kind CHECK (kind IN ('PHONE', 'WECHAT', 'DEVICE'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE member_person (
    member_key BIGINT NOT NULL PRIMARY KEY,
    person_key BIGINT NOT NULL,
    KEY member_person_by_person (person_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO person_mark (kind, mark, person_key, noted_at)
SELECT 'PHONE', phone_index, member_key, joined_at FROM member WHERE phone_index IS NOT NULL;

INSERT INTO person_mark (kind, mark, person_key, noted_at)
SELECT kind, identity_index, member_key, bound_at FROM member_identity WHERE kind = 'WECHAT';
