package io.mendian.runtime.security;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, resolved on the server for each request. A controller asks for it as a parameter ({@code @Nullable} where
 * the route is open to anyone).
 *
 * @param subject member key, staff id or service name
 * @param store the store a staff member has signed in to
 * @param chainWide whether the caller's rights reach every store; otherwise only {@code stores}
 */
public record Caller(
        Realm realm,
        String subject,
        @Nullable StoreId store,
        boolean chainWide,
        Set<StoreId> stores,
        Set<Right> rights) {

    public static Caller member(MemberKey key) {
        return new Caller(Realm.MEMBER, key.text(), null, false, Set.of(), Set.of());
    }

    public static Caller machine(String service) {
        return new Caller(Realm.MACHINE, service, null, true, Set.of(), Set.of());
    }

    /** The member who calls; only in the member realm. */
    public MemberKey memberKey() {
        if (realm != Realm.MEMBER) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        return MemberKey.parse(subject);
    }

    /** The staff member who calls, at headquarters or in a store. */
    public StaffId staffId() {
        if (realm != Realm.STAFF && realm != Realm.HQ) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        return StaffId.parse(subject);
    }

    /** The store a staff member works in. */
    public StoreId requireStore() {
        if (store == null) {
            throw CommonProblem.NOT_ALLOWED.with();
        }
        return store;
    }

    public boolean has(Right right) {
        return rights.contains(right);
    }

    public boolean reaches(StoreId other) {
        return chainWide || stores.contains(other) || other.equals(store);
    }

    /** Refuses a store out of scope exactly like one that does not exist. */
    public void requireReach(StoreId other) {
        if (!reaches(other)) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }
}
