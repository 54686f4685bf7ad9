package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may see which member. Members belong to the chain, but a store's staff see only those their store knows: who
 * registered there, gave his whole phone number, showed his code, bought or booked there.
 */
@Component
public class MemberAccess {

    private final Members members;
    private final Clock clock;

    MemberAccess(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /** Passes when the caller may see the member; otherwise the member does not exist. */
    public void requireVisible(Caller caller, MemberKey key) {
        if (!sees(caller, key)) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }

    /** Whether the caller may see the member. */
    public boolean sees(Caller caller, MemberKey key) {
        return caller.chainWide() ? members.find(key).isPresent() : members.known(key, stores(caller));
    }

    /** The store has met the member. */
    public void know(MemberKey key, StoreId store) {
        members.know(key.value(), store.value(), clock.instant());
    }

    /** The same for word from another service, which may name somebody or some store that we do not have. */
    public void met(MemberKey key, StoreId store) {
        members.met(key.value(), store.value(), clock.instant());
    }

    static List<StoreId> stores(Caller caller) {
        Set<StoreId> stores = new HashSet<>(caller.stores());
        if (caller.store() != null) {
            stores.add(caller.store());
        }
        return List.copyOf(stores);
    }
}
