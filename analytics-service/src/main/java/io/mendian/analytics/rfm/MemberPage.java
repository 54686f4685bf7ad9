package io.mendian.analytics.rfm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mendian.kernel.MemberKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of members with their scores; next is the cursor of the following page, null at the end. */
public record MemberPage(
        LocalDate at, List<Member> members, @Nullable MemberKey next) {

    /** A member who bought; spendMinor is net of refunds. */
    public record Member(
            MemberKey memberKey,
            @Nullable String level,
            @Nullable String source,
            @Nullable LocalDate joined,
            long orders,
            long spendMinor,
            LocalDate lastDate,
            long recencyDays,
            int r,
            int f,
            int m,
            @JsonProperty("class") RfmClass rfmClass,
            Grade grade) {}
}
