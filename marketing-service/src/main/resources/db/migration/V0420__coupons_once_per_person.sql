CREATE TABLE known_person (
    member_key BIGINT NOT NULL PRIMARY KEY,
    person_key BIGINT NOT NULL,
    KEY known_person_by_person (person_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE coupon_person (
    template_id BIGINT      NOT NULL,
    person_key  BIGINT      NOT NULL,
    member_key  BIGINT      NOT NULL,
    coupon_id   BIGINT      NOT NULL,
    given_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (template_id, person_key),
    UNIQUE KEY coupon_person_coupon (coupon_id),
    KEY coupon_person_by_member (member_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO coupon_person (template_id, person_key, member_key, coupon_id, given_at)
SELECT c.template_id, c.member_key, c.member_key, MIN(c.id), MIN(c.claimed_at)
FROM coupon c JOIN coupon_template t ON t.id = c.template_id
WHERE (t.new_members_only = 1 OR t.issue_on = 'MEMBER_JOINED') AND c.member_key <> 0
GROUP BY c.template_id, c.member_key;
