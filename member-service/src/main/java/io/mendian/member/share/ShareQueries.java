package io.mendian.member.share;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads of share links. */
@Component
public class ShareQueries {

    private final Shares shares;
    private final ShareLinks links;
    private final Clock clock;
    private final BusinessDay days;

    ShareQueries(Shares shares, ShareLinks links, Clock clock, @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.shares = shares;
        this.links = links;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    public ShareRule rule() {
        return shares.rule();
    }

    public ShareLink linkOf(MemberKey member) {
        ShareRule rule = shares.rule();
        int today = shares.paidToday(member, rule.campaign(), days.dateOf(clock.instant()));
        Shares.Brought brought = shares.brought(member);
        return new ShareLink(
                links.of(rule.campaign(), member),
                rule.campaign(),
                rule.points(),
                Math.max(0, rule.dailyCap() - today),
                brought.newcomers(),
                brought.points());
    }
}
