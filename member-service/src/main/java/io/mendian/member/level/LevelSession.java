package io.mendian.member.level;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.MemberLevelChanged;
import io.mendian.kernel.MemberKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The standings of some members inside one transaction: locked when opened by {@link LevelSessions}, written with their
 * guards by {@link #save}. A member moves to the level of his remaining progress at once, up or down, but never below the
 * one that was granted to him by hand.
 */
public final class LevelSession {

    private final Standings rows;
    private final Ladder ladder;
    private final Instant now;
    private final Map<Long, Standing> before;
    private final Map<Long, Standing> standings;
    private final List<Standings.Step> steps = new ArrayList<>();

    LevelSession(Standings rows, Ladder ladder, Map<Long, Standing> locked, Instant now) {
        this.rows = rows;
        this.ladder = ladder;
        this.now = now;
        this.before = locked;
        this.standings = new TreeMap<>(locked);
    }

    /** How many points a member earns for each 1000 of the plain rule, at his level of this moment. */
    public int pointsMultiplierPermille(MemberKey member) {
        return ladder.find(standing(member).levelCode()).orElse(ladder.base()).pointsMultiplierPermille();
    }

    /** Adds what a paid order brings; upgrades at once. */
    public void advance(MemberKey member, Progress by, String causeType, String causeId) {
        Standing standing = standing(member);
        settle(standing.with(standing.progress().plus(by)), causeType, causeId);
    }

    /** Takes away what a refund took back; the level follows. */
    public void fallBack(MemberKey member, Progress by, String causeType, String causeId) {
        Standing standing = standing(member);
        settle(standing.with(standing.progress().without(by)), causeType, causeId);
    }

    void grant(MemberKey member, @Nullable String code, String grantId) {
        settle(standing(member).granted(code), "GRANT", grantId);
    }

    void review(long memberKey) {
        settle(standing(MemberKey.of(memberKey)), "LADDER", Long.toString(ladder.version()));
    }

    private void settle(Standing standing, String causeType, String causeId) {
        String code =
                ladder.levelOf(standing.progress(), standing.grantedCode()).code();
        Standing settled = standing.on(ladder);
        if (!code.equals(standing.levelCode())) {
            settled = settled.movedTo(code, now);
            steps.add(new Standings.Step(standing, settled, causeType, causeId));
        }
        standings.put(standing.memberKey(), settled);
    }

    /** Writes everything with its guards; gives one event per change of level. */
    public List<DomainEvent> save() {
        Map<Standing, Standing> changes = new LinkedHashMap<>();
        before.forEach((key, was) -> {
            Standing is = standings.getOrDefault(key, was);
            if (!is.equals(was)) {
                changes.put(was, is);
            }
        });
        rows.save(changes);
        if (!steps.isEmpty()) {
            rows.addHistory(steps);
        }
        return steps.stream().map(LevelSession::event).toList();
    }

    private static DomainEvent event(Standings.Step step) {
        return new MemberLevelChanged(
                MemberKey.of(step.after().memberKey()),
                step.before().levelCode(),
                step.after().levelCode(),
                step.causeType(),
                step.after().since());
    }

    private Standing standing(MemberKey member) {
        Standing standing = standings.get(member.value());
        if (standing == null) {
            throw new IllegalStateException("the session was not opened for member " + member);
        }
        return standing;
    }
}
