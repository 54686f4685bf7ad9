package io.mendian.marketing.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Who is one person, and what was given once to him. */
@Mapper
interface CouponPersonMapper {

    @Insert("INSERT IGNORE INTO known_person (member_key, person_key) VALUES (#{member}, #{member})")
    int open(@Param("member") long member);

    /** Locked: what is given to the member and what is learned of him come one after the other. */
    @Select("SELECT person_key FROM known_person WHERE member_key = #{member} FOR UPDATE")
    long personOf(@Param("member") long member);

    @Update("UPDATE known_person SET person_key = #{person} WHERE member_key = #{member}")
    int become(@Param("member") long member, @Param("person") long person);

    @Select("""
            SELECT COUNT(*) FROM known_person p JOIN known_member k ON k.member_key = p.member_key
            WHERE p.person_key = #{person} AND (k.history = 1 OR k.first_order IS NOT NULL)
            """)
    int boughtBefore(@Param("person") long person);

    /** One row, or none when the person has it already. */
    @Insert("""
            INSERT IGNORE INTO coupon_person (template_id, person_key, member_key, coupon_id, given_at)
            VALUES (#{template}, #{person}, #{member}, #{coupon}, #{now})
            """)
    int give(
            @Param("template") long template,
            @Param("person") long person,
            @Param("member") long member,
            @Param("coupon") long coupon,
            @Param("now") Instant now);

    @Select("SELECT * FROM coupon_person WHERE member_key = #{member} ORDER BY template_id FOR UPDATE")
    List<CouponPersonRow> ofMember(@Param("member") long member);

    /** The templates of which the member's person has had his only one. */
    @Select("""
            SELECT template_id FROM coupon_person
            WHERE person_key = COALESCE((SELECT person_key FROM known_person WHERE member_key = #{member}), #{member})
            """)
    Set<Long> givenTo(@Param("member") long member);

    @Nullable
    @Select("SELECT * FROM coupon_person WHERE template_id = #{template} AND person_key = #{person} FOR UPDATE")
    CouponPersonRow of(@Param("template") long template, @Param("person") long person);

    @Update("""
            UPDATE coupon_person SET person_key = #{person}, member_key = #{member} WHERE coupon_id = #{coupon}
            """)
    int passOn(@Param("coupon") long coupon, @Param("person") long person, @Param("member") long member);

    @Delete("DELETE FROM coupon_person WHERE coupon_id = #{coupon}")
    int forget(@Param("coupon") long coupon);
}
