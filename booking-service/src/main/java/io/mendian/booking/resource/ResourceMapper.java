package io.mendian.booking.resource;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ResourceMapper extends BaseMapper<ResourceRow> {

    String RESOURCE = "SELECT id, store_id, kind, name, staff_id, active FROM resource ";

    @Select(RESOURCE + "WHERE store_id = #{storeId} ORDER BY id LIMIT 200")
    List<ResourceRow> ofStore(long storeId);

    /** Locks in the order of ids. */
    @Select(RESOURCE + "WHERE store_id = #{storeId} AND active ORDER BY id LIMIT 200 FOR UPDATE")
    List<ResourceRow> lockActive(long storeId);

    @Select(RESOURCE + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    ResourceRow lock(long id);

    @Update("UPDATE resource SET name = #{name}, active = #{active} WHERE id = #{id}")
    int change(long id, String name, boolean active);

    @Insert("INSERT INTO resource_service (resource_id, sku_id) VALUES (#{resourceId}, #{skuId})")
    void addService(long resourceId, long skuId);

    @Delete("DELETE FROM resource_service WHERE resource_id = #{resourceId}")
    void forgetServices(long resourceId);

    /** One thing that a resource can be used for. */
    record ServiceOf(long resourceId, long skuId) {}

    @Select("""
            SELECT s.resource_id, s.sku_id FROM resource_service s JOIN resource r ON r.id = s.resource_id
            WHERE r.store_id = #{storeId} ORDER BY s.resource_id, s.sku_id
            """)
    List<ServiceOf> servicesOfStore(long storeId);

    @Select("SELECT sku_id FROM resource_service WHERE resource_id = #{resourceId} ORDER BY sku_id")
    List<Long> services(long resourceId);

    @Delete("DELETE FROM shift_weekly WHERE resource_id = #{resourceId}")
    void forgetWeek(long resourceId);

    @Insert("""
            INSERT INTO shift_weekly (resource_id, weekday, from_minute, to_minute)
            VALUES (#{resourceId}, #{weekday}, #{fromMinute}, #{toMinute})
            """)
    void addWeekly(long resourceId, int weekday, int fromMinute, int toMinute);

    @Delete("DELETE FROM shift_date WHERE resource_id = #{resourceId} AND day = #{day}")
    void forgetDate(long resourceId, LocalDate day);

    @Insert("""
            INSERT INTO shift_date (resource_id, day, from_minute, to_minute)
            VALUES (#{resourceId}, #{day}, #{fromMinute}, #{toMinute})
            """)
    void addDate(long resourceId, LocalDate day, int fromMinute, int toMinute);

    @Insert("""
            INSERT INTO staff_leave (id, resource_id, from_at, to_at, reason)
            VALUES (#{id}, #{resourceId}, #{from}, #{to}, #{reason})
            """)
    void addLeave(long id, long resourceId, Instant from, Instant to, String reason);

    @Delete("DELETE FROM staff_leave WHERE id = #{id} AND resource_id = #{resourceId}")
    int removeLeave(long id, long resourceId);
}
