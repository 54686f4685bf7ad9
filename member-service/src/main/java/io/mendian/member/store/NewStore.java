package io.mendian.member.store;

import io.mendian.member.staff.PreparedStaff;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store to be opened, with its people. */
public record NewStore(
        String code,
        String name,
        StoreKind kind,
        String zone,
        LocalTime dayEnds,
        @Nullable String region,
        List<PreparedStaff> staff) {}
