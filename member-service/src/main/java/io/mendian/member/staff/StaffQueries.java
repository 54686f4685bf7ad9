package io.mendian.member.staff;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads staff accounts, each caller those of his scope. */
@Component
public class StaffQueries {

    private final StaffAccounts accounts;
    private final FieldCipher cipher;

    StaffQueries(StaffAccounts accounts, FieldCipher cipher) {
        this.accounts = accounts;
        this.cipher = cipher;
    }

    /** One account; out of scope it does not exist. */
    public StaffView require(Caller caller, StaffId id) {
        return accounts.find(id)
                .filter(row -> StaffScope.sees(caller, row))
                .map(this::view)
                .orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** The caller's own account. */
    public StaffView own(Caller caller) {
        return accounts.find(caller.staffId()).map(this::view).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** The accounts of one store, or of the whole chain for those who reach it; by id. */
    public List<StaffView> list(Caller caller, @Nullable StoreId store, boolean left, long after, int limit) {
        if (store == null && !caller.chainWide()) {
            StoreId own = caller.store() != null
                    ? caller.store()
                    : caller.stores().stream()
                            .min(Comparator.comparing(StoreId::value))
                            .orElseThrow(CommonProblem.NOT_FOUND::with);
            return list(caller, own, left, after, limit);
        }
        if (store != null) {
            caller.requireReach(store);
        }
        return accounts.list(store == null ? null : store.value(), caller.chainWide(), left, after, limit).stream()
                .map(this::view)
                .toList();
    }

    StaffView view(StaffRow row) {
        String phone =
                row.phoneSealed() == null ? null : cipher.decrypt(row.phoneSealed(), StaffRow.phonePlace(row.id()));
        return new StaffView(
                StaffId.of(row.id()),
                row.role().realm(),
                row.role(),
                cipher.decrypt(row.nameSealed(), StaffRow.namePlace(row.id())),
                mask(cipher.decrypt(row.loginSealed(), StaffRow.loginPlace(row.id()))),
                phone == null ? null : mask(phone),
                row.stores().stream()
                        .sorted(Comparator.comparing(StoreId::value))
                        .toList(),
                row.region().isEmpty() ? null : row.region(),
                row.active(),
                row.mustChange(),
                row.createdAt(),
                row.leftAt());
    }

    /** Hides the middle of whatever looks like a phone number. */
    private static String mask(String text) {
        return text.matches("[+\\d\\s-]{8,}")
                ? text.substring(0, text.length() - 8) + "****" + text.substring(text.length() - 4)
                : text;
    }
}
