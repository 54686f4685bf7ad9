package io.mendian.member.staff;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see, hire, change and dismiss whom. */
final class StaffScope {

    private StaffScope() {}

    /** A role bound to stores needs one, a region manager needs a region. */
    static void requireFits(Role role, Set<StoreId> stores, @Nullable String region) {
        switch (role.scope()) {
            case STORES -> {
                if (stores.isEmpty()) {
                    throw StaffProblem.STORES_MISSING.with("role", role);
                }
            }
            case REGION -> {
                if (region(region).isEmpty()) {
                    throw StaffProblem.REGION_MISSING.with("role", role);
                }
            }
            case CHAIN -> {}
        }
    }

    /** Nobody gives rights that he lacks, or a reach beyond his own. */
    static void requireMayGive(Caller giver, Role role, Set<StoreId> stores) {
        boolean withinRights = giver.rights().containsAll(role.rights());
        boolean withinRealm = role.realm() == Realm.STAFF || giver.chainWide();
        if (!withinRights || !withinRealm) {
            throw StaffProblem.ROLE_ABOVE_YOURS.with("role", role);
        }
        if (!stores.stream().allMatch(giver::reaches)) {
            throw StaffProblem.STORE_UNKNOWN.with();
        }
    }

    /** Somebody is visible to those who reach one of his stores; headquarters only to the whole chain. */
    static boolean sees(Caller caller, StaffRow row) {
        if (caller.chainWide()) {
            return true;
        }
        return row.role().realm() == Realm.STAFF && row.stores().stream().anyMatch(caller::reaches);
    }

    /** Whoever may change an account sees it, has all its rights and reaches all its stores. */
    static void requireMayManage(Caller caller, StaffRow row) {
        if (!sees(caller, row)) {
            throw CommonProblem.NOT_FOUND.with();
        }
        if (!caller.rights().containsAll(row.role().rights())) {
            throw StaffProblem.ROLE_ABOVE_YOURS.with("role", row.role());
        }
        if (!caller.chainWide() && !row.stores().stream().allMatch(caller::reaches)) {
            throw StaffProblem.STAFF_WORKS_ELSEWHERE.with();
        }
        if (caller.staffId().value() == row.id()) {
            throw StaffProblem.NOT_YOURSELF.with();
        }
    }

    /** A region's path as it is stored: parts between slashes, none at the end; empty when there is none. */
    static String region(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return "";
        }
        String plain = path.strip().replaceAll("/+", "/").replaceAll("/$", "");
        return plain.startsWith("/") || plain.isEmpty() ? plain : "/" + plain;
    }
}
