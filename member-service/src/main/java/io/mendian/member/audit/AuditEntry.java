package io.mendian.member.audit;

import io.mendian.runtime.security.Caller;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One privileged act: who did what to whom. Facts hold no personal data.
 *
 * @param actor realm and id of whoever acted, such as {@code HQ:1}
 * @param subject kind and id of what was acted upon, such as {@code store:7}
 */
public record AuditEntry(
        String actor,
        @Nullable Long storeId,
        String address,
        String action,
        String subject,
        Map<String, String> facts) {

    public static AuditEntry of(
            Caller caller, Origin origin, String action, String subject, Map<String, String> facts) {
        Long store = caller.store() == null ? null : caller.store().value();
        return new AuditEntry(caller.realm() + ":" + caller.subject(), store, origin.address(), action, subject, facts);
    }

    /** The facts in one stable text. */
    String factsText() {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining("; "));
    }
}
