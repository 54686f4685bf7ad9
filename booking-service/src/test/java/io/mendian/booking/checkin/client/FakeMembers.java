package io.mendian.booking.checkin.client;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import io.mendian.testkit.NeighbourContract;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Stands for member-service: codes are used once per scan, a use id uses a card once. */
@Component
@Primary
public class FakeMembers implements MemberClient {

    private record Refusal(String name, int status, String zh, String en) implements Problem {}

    private final AtomicLong shown = new AtomicLong();
    private final Map<String, MemberKey> codes = new ConcurrentHashMap<>();
    private final Map<String, String> scans = new ConcurrentHashMap<>();
    private final Map<MemberKey, AtomicLong> cards = new ConcurrentHashMap<>();
    private final Map<String, Used> uses = new ConcurrentHashMap<>();
    private final Set<MemberKey> unreachable = ConcurrentHashMap.newKeySet();
    private final Set<MemberKey> answerLost = ConcurrentHashMap.newKeySet();
    private final Map<MemberKey, CyclicBarrier> meetings = new ConcurrentHashMap<>();

    private final NeighbourContract contract;

    FakeMembers(NeighbourContract contract) {
        this.contract = contract;
    }

    public String codeOf(MemberKey member) {
        String code = "code-" + member + "-" + shown.incrementAndGet();
        codes.put(code, member);
        return code;
    }

    public void giveCard(MemberKey member, long uses) {
        cards.put(member, new AtomicLong(uses));
    }

    public long left(MemberKey member) {
        return cards.get(member).get();
    }

    public void unreachableFor(MemberKey member, boolean away) {
        if (away) {
            unreachable.add(member);
        } else {
            unreachable.remove(member);
        }
    }

    /** The next use is done, but its answer does not come back. */
    public void loseNextAnswer(MemberKey member) {
        answerLost.add(member);
    }

    /** So many scans of the member's code are answered together, once each has been asked. */
    public void meetAtScan(MemberKey member, int scans) {
        meetings.put(member, new CyclicBarrier(scans));
    }

    @Override
    public Scanned resolve(Scan scan) {
        contract.posted("member-service", "/internal/v1/member-codes/resolve", scan);
        MemberKey member = codes.get(scan.code());
        if (member == null) {
            throw new Refusal("MEMBER_CODE_UNKNOWN", 404, "", "").with();
        }
        if (!scan.useId().equals(scans.computeIfAbsent(scan.code(), code -> scan.useId()))) {
            throw new Refusal("MEMBER_CODE_USED", 409, "", "").with();
        }
        meet(meetings.get(member));
        return new Scanned(member);
    }

    @Override
    public Used use(Use use) {
        contract.posted("member-service", "/internal/v1/cards/use", use);
        if (unreachable.contains(use.memberKey())) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "member-service");
        }
        Used used = uses.computeIfAbsent(use.useId(), id -> {
            AtomicLong card = cards.getOrDefault(use.memberKey(), new AtomicLong());
            if (card.get() == 0) {
                throw new Refusal("NO_CARD_FOR_SERVICE", 409, "", "").with();
            }
            return new Used("77", card.decrementAndGet());
        });
        if (answerLost.remove(use.memberKey())) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", "member-service");
        }
        return used;
    }

    @Override
    public void giveBack(String useId) {
        uses.remove(useId);
    }

    private static void meet(@Nullable CyclicBarrier meeting) {
        try {
            if (meeting != null) {
                meeting.await(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
