package io.mendian.testkit;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.util.EnumSet;
import java.util.Set;

/** Callers of every realm, as the gateway would name them. */
public final class TestCallers {

    private TestCallers() {}

    public static Caller member(MemberKey key) {
        return Caller.member(key);
    }

    /** A staff member of one store with the given rights. */
    public static Caller clerk(long staffId, StoreId store, Right... rights) {
        Set<Right> set = EnumSet.noneOf(Right.class);
        set.addAll(Set.of(rights));
        return new Caller(Realm.STAFF, Long.toString(staffId), store, false, Set.of(store), set);
    }

    /** Headquarters with every right over the whole chain. */
    public static Caller headquarters() {
        return new Caller(Realm.HQ, "1", null, true, Set.of(), EnumSet.allOf(Right.class));
    }

    public static Caller headquarters(Right... rights) {
        Set<Right> set = EnumSet.noneOf(Right.class);
        set.addAll(Set.of(rights));
        return new Caller(Realm.HQ, "2", null, true, Set.of(), set);
    }
}
