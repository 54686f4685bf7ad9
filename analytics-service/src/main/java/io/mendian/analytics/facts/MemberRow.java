package io.mendian.analytics.facts;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A member as the events tell of him; what an event does not say is null. */
record MemberRow(
        long memberKey,
        @Nullable String level,
        Instant levelAt,
        @Nullable String source,
        @Nullable StoreId store,
        @Nullable LocalDate joined,
        boolean history) {

    static MemberRow of(MemberJoined event, ZoneId zone) {
        return new MemberRow(
                event.memberKey().value(),
                event.level(),
                event.joinedAt(),
                event.source(),
                event.storeId(),
                event.joinedAt().atZone(zone).toLocalDate(),
                event.history());
    }

    static MemberRow of(MemberLevelChanged event) {
        return new MemberRow(event.memberKey().value(), event.toLevel(), event.changedAt(), null, null, null, false);
    }

    /** This and a later word about the same member. */
    MemberRow then(MemberRow later) {
        boolean newer = !later.levelAt.isBefore(levelAt);
        return new MemberRow(
                memberKey,
                newer ? later.level : level,
                newer ? later.levelAt : levelAt,
                source == null ? later.source : source,
                store == null ? later.store : store,
                joined == null ? later.joined : joined,
                history || later.history);
    }
}
