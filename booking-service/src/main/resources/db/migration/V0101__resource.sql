CREATE TABLE resource (
    id       BIGINT       NOT NULL PRIMARY KEY,
    store_id BIGINT       NOT NULL,
    kind     VARCHAR(16)  NOT NULL,
    name     VARCHAR(100) NOT NULL,
    staff_id BIGINT       NULL,
    active   BOOLEAN      NOT NULL,
    UNIQUE KEY resource_staff_once (store_id, staff_id),
    KEY resource_by_store (store_id, id),
    CONSTRAINT resource_kind CHECK (kind IN ('STAFF', 'ROOM', 'EQUIPMENT')),
    CONSTRAINT resource_staff CHECK ((kind = 'STAFF') = (staff_id IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- what a resource can be used for; none listed: every service
CREATE TABLE resource_service (
    resource_id BIGINT NOT NULL,
    sku_id      BIGINT NOT NULL,
    PRIMARY KEY (resource_id, sku_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- weekly working hours in the store's local time, minutes of the day; several rows of a weekday leave breaks between them
CREATE TABLE shift_weekly (
    resource_id BIGINT NOT NULL,
    weekday     INT    NOT NULL,
    from_minute INT    NOT NULL,
    to_minute   INT    NOT NULL,
    PRIMARY KEY (resource_id, weekday, from_minute),
    CONSTRAINT shift_weekly_bounds CHECK (weekday BETWEEN 1 AND 7 AND 0 <= from_minute AND from_minute < to_minute
        AND to_minute <= 1440)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- a date with hours of its own stands instead of its weekday; one row with from = to: not working
CREATE TABLE shift_date (
    resource_id BIGINT NOT NULL,
    day         DATE   NOT NULL,
    from_minute INT    NOT NULL,
    to_minute   INT    NOT NULL,
    PRIMARY KEY (resource_id, day, from_minute),
    CONSTRAINT shift_date_bounds CHECK (0 <= from_minute AND from_minute <= to_minute AND to_minute <= 1440)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE staff_leave (
    id          BIGINT       NOT NULL PRIMARY KEY,
    resource_id BIGINT       NOT NULL,
    from_at     DATETIME(6)  NOT NULL,
    to_at       DATETIME(6)  NOT NULL,
    reason      VARCHAR(100) NOT NULL,
    KEY staff_leave_by_resource (resource_id, to_at),
    CONSTRAINT staff_leave_bounds CHECK (from_at < to_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- who or what is taken by what: a staff member by his staff id (over all stores), a place by its resource, a member by his key
CREATE TABLE allocation (
    owner_id  BIGINT      NOT NULL,
    unit_kind VARCHAR(8)  NOT NULL,
    unit_id   BIGINT      NOT NULL,
    from_at   DATETIME(6) NOT NULL,
    to_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (owner_id, unit_kind, unit_id),
    KEY allocation_by_unit (unit_kind, unit_id, to_at),
    CONSTRAINT allocation_bounds CHECK (from_at < to_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- five minutes of a unit belong to one owner: the primary key makes two people in one chair impossible
CREATE TABLE allocation_slice (
    unit_kind VARCHAR(8) NOT NULL,
    unit_id   BIGINT     NOT NULL,
    slice     BIGINT     NOT NULL,
    owner_id  BIGINT     NOT NULL,
    PRIMARY KEY (unit_kind, unit_id, slice),
    KEY allocation_slice_by_owner (owner_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
