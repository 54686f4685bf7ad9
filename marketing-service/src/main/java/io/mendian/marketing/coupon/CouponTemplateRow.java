package io.mendian.marketing.coupon;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@TableName("coupon_template")
record CouponTemplateRow(
        @TableId(type = IdType.INPUT) long id,
        String name,
        String kind,
        String settings,
        String scope,
        String stackCategory,
        int stackPerCategory,
        String stackExclusive,
        String zone,
        @Nullable LocalDate validFromDate,
        @Nullable LocalDate validToDate,
        @Nullable Integer validDays,
        @Nullable Long limitTotal,
        @Nullable Integer limitPerMember,
        @Nullable Long limitPerDay,
        boolean claimable,
        boolean newMembersOnly,
        IssueOn issueOn,
        long issueMinPaid,
        CouponTemplateState state,
        long issued,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable String stackGroups,
        @Nullable String audience) {}
