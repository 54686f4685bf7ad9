package io.mendian.marketing.seat;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the groups that did not fill in time; any number of instances may do it at once, each group fails once. */
@UseCase
public class FailGroups {

    private static final Logger LOG = LoggerFactory.getLogger(FailGroups.class);

    private final BuyingGroupMapper groups;
    private final FailGroup failGroup;
    private final Clock clock;

    FailGroups(BuyingGroupMapper groups, FailGroup failGroup, Clock clock) {
        this.groups = groups;
        this.failGroup = failGroup;
        this.clock = clock;
    }

    /** Gives how many failed, of at most {@code limit}. */
    public int fail(int limit) {
        List<Long> due = groups.due(clock.instant(), limit);
        int failed = 0;
        for (long id : due) {
            try {
                failed += failGroup.fail(id) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("group {} is ended later", id, e);
            }
        }
        return failed;
    }
}
