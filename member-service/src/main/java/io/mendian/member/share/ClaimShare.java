package io.mendian.member.share;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/** A newcomer names, once, whose link brought him; that member is paid, for so many newcomers a day. */
@UseCase
public class ClaimShare {

    static final String CAUSE = "SHARE";

    private final Shares shares;
    private final ShareLinks links;
    private final PointsSessions sessions;
    private final PointsRules rules;
    private final Outbox outbox;
    private final Clock clock;
    private final BusinessDay days;

    ClaimShare(
            Shares shares,
            ShareLinks links,
            PointsSessions sessions,
            PointsRules rules,
            Outbox outbox,
            Clock clock,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.shares = shares;
        this.links = links;
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    @Transactional
    public ShareClaimView claim(MemberKey newcomer, String link) {
        ShareLinks.Read read = links.read(link).orElseThrow(ShareProblem.SHARE_LINK_UNKNOWN::with);
        MemberKey sharer = read.sharer();
        if (sharer.equals(newcomer)) {
            throw ShareProblem.SHARE_OWN.with();
        }
        // both accounts in the order of their keys: claims of one newcomer, and of one sharer, wait for each other
        PointsSession session = sessions.open(List.of(sharer.value(), newcomer.value()));
        Optional<Shares.Claim> known = shares.lockClaim(newcomer);
        if (known.isPresent()) {
            return same(known.get(), read);
        }
        ShareRule rule = shares.rule();
        Instant now = clock.instant();
        refuseUnlessNew(newcomer, read, rule, now);
        LocalDate today = days.dateOf(now);
        int no = shares.paidOn(sharer, rule.campaign(), today) + 1;
        boolean paid = no <= rule.dailyCap();
        long id = Ids.next();
        Shares.Claim claim = new Shares.Claim(Long.toString(id), sharer, rule.campaign());
        shares.add(id, newcomer, claim, today, paid ? no : null, paid ? rule.points() : 0, now);
        if (paid) {
            session.award(sharer, rule.points(), CAUSE, claim.claimId(), rules.current());
        }
        outbox.addAll(session.save());
        return new ShareClaimView(claim.claimId(), claim.campaign());
    }

    private void refuseUnlessNew(MemberKey newcomer, ShareLinks.Read read, ShareRule rule, Instant now) {
        if (!read.campaign().equals(rule.campaign())) {
            throw ShareProblem.SHARE_ENDED.with();
        }
        // somebody who has given way to another member cannot be thanked
        if (shares.newcomer(read.sharer()).isEmpty()) {
            throw ShareProblem.SHARE_LINK_UNKNOWN.with();
        }
        Shares.Newcomer member = shares.newcomer(newcomer).orElseThrow(ShareProblem.SHARE_LINK_UNKNOWN::with);
        if (!member.hasPhone()) {
            throw ShareProblem.SHARE_PHONE_NEEDED.with();
        }
        if (now.isAfter(member.joinedAt().plus(Duration.ofDays(rule.joinedDays())))) {
            throw ShareProblem.SHARE_NOT_NEW.with("days", rule.joinedDays());
        }
    }

    private static ShareClaimView same(Shares.Claim known, ShareLinks.Read read) {
        if (!known.sharer().equals(read.sharer())) {
            throw ShareProblem.SHARE_CLAIMED.with();
        }
        return new ShareClaimView(known.claimId(), known.campaign());
    }
}
