package io.mendian.booking.timetable;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TimetableMapper {

    String SERIES = """
            SELECT id, store_id, service_sku_id, name, class_kind, weekday, start_minute, duration_minutes, capacity,
                coach_id, room_id, first_date, last_date, opens_days_before, closes_minutes_before,
                cancel_minutes_before, walk_in, card_use
            FROM class_series
            """;
    String SESSION = """
            SELECT id, series_id, day, store_id, service_sku_id, coach_id, room_id, starts_at, ends_at, capacity,
                occupied, state
            FROM class_session
            """;

    @Insert("""
            INSERT INTO class_series (id, store_id, service_sku_id, name, class_kind, weekday, start_minute,
                duration_minutes, capacity, coach_id, room_id, first_date, last_date, opens_days_before,
                closes_minutes_before, cancel_minutes_before, walk_in, card_use)
            VALUES (#{id}, #{storeId}, #{serviceSkuId}, #{name}, #{classKind}, #{weekday}, #{startMinute},
                #{durationMinutes}, #{capacity}, #{coachId}, #{roomId}, #{firstDate}, #{lastDate}, #{opensDaysBefore},
                #{closesMinutesBefore}, #{cancelMinutesBefore}, #{walkIn}, #{cardUse})
            """)
    void insertSeries(SeriesRow row);

    @Select(SERIES + "WHERE id = #{id}")
    @Nullable
    SeriesRow findSeries(long id);

    @Select(SERIES + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    SeriesRow lockSeries(long id);

    @Select(SERIES + "WHERE store_id = #{storeId} AND id > #{after} ORDER BY id LIMIT #{limit}")
    List<SeriesRow> seriesOfStore(long storeId, long after, int limit);

    @Select("""
            SELECT id FROM class_series WHERE id > #{after} AND (last_date IS NULL OR last_date >= #{today})
            ORDER BY id LIMIT #{limit}
            """)
    List<Long> runningSeries(long after, LocalDate today, int limit);

    @Update("""
            UPDATE class_series SET service_sku_id = #{serviceSkuId}, name = #{name}, class_kind = #{classKind},
                weekday = #{weekday}, start_minute = #{startMinute}, duration_minutes = #{durationMinutes},
                capacity = #{capacity}, coach_id = #{coachId}, room_id = #{roomId}, first_date = #{firstDate},
                last_date = #{lastDate}, opens_days_before = #{opensDaysBefore},
                closes_minutes_before = #{closesMinutesBefore}, cancel_minutes_before = #{cancelMinutesBefore},
                walk_in = #{walkIn}, card_use = #{cardUse}
            WHERE id = #{id}
            """)
    int changeSeries(SeriesRow row);

    @Update("UPDATE class_series SET last_date = #{lastDate} WHERE id = #{id}")
    int endSeries(long id, LocalDate lastDate);

    @Select("""
            SELECT series_id, day, cancelled, start_minute, capacity, coach_id, room_id FROM class_exception
            WHERE series_id = #{seriesId} AND day = #{day}
            """)
    @Nullable
    ExceptionRow findException(long seriesId, LocalDate day);

    @Insert("""
            INSERT INTO class_exception (series_id, day, cancelled, start_minute, capacity, coach_id, room_id)
            VALUES (#{seriesId}, #{day}, #{cancelled}, #{startMinute}, #{capacity}, #{coachId}, #{roomId})
            ON DUPLICATE KEY UPDATE cancelled = #{cancelled}, start_minute = #{startMinute}, capacity = #{capacity},
                coach_id = #{coachId}, room_id = #{roomId}
            """)
    void putException(ExceptionRow row);

    @Insert("""
            INSERT INTO class_session (id, series_id, day, store_id, service_sku_id, coach_id, room_id, starts_at,
                ends_at, capacity, occupied, state)
            VALUES (#{id}, #{seriesId}, #{day}, #{storeId}, #{serviceSkuId}, #{coachId}, #{roomId}, #{startsAt},
                #{endsAt}, #{capacity}, #{occupied}, #{state})
            """)
    void insertSession(SessionRow row);

    @Select(SESSION + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    SessionRow lockSession(long id);

    @Select(SESSION + "WHERE series_id = #{seriesId} AND day >= #{from} ORDER BY day LIMIT 200 FOR UPDATE")
    List<SessionRow> lockSessions(long seriesId, LocalDate from);

    @Select("SELECT day FROM class_session WHERE series_id = #{seriesId} AND day >= #{from}")
    List<LocalDate> days(long seriesId, LocalDate from);

    @Update("""
            UPDATE class_session SET occupied = occupied + 1
            WHERE id = #{id} AND state = 'OPEN' AND occupied < capacity
            """)
    int occupy(long id);

    @Update("UPDATE class_session SET occupied = occupied - 1 WHERE id = #{id} AND occupied > 0")
    int vacate(long id);

    @Update("UPDATE class_session SET state = 'CANCELLED' WHERE id = #{id} AND state = 'OPEN'")
    int cancel(long id);

    @Delete("DELETE FROM class_session WHERE id = #{id} AND occupied = 0")
    int deleteEmpty(long id);
}
