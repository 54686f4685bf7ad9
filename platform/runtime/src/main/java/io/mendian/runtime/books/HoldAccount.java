package io.mendian.runtime.books;

import io.mendian.runtime.alarm.Audit;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.annotation.Transactional;

/** Headquarters puts an account on hold, or lifts the hold once its figures are right again. */
@UseCase
public class HoldAccount {

    private final Quarantines quarantines;
    private final BookQueries books;
    private final Audit audit;
    private final Map<String, Rebuild> rebuilds = new TreeMap<>();

    HoldAccount(Quarantines quarantines, BookQueries books, Audit audit, List<Rebuild> rebuilds) {
        this.quarantines = quarantines;
        this.books = books;
        this.audit = audit;
        rebuilds.forEach(rebuild -> this.rebuilds.put(rebuild.kind(), rebuild));
    }

    @Transactional
    public void put(String kind, String subjectId, String reason, Caller caller) {
        if (!rebuilds.containsKey(kind)) {
            throw QuarantineProblem.KIND_UNKNOWN.with("kind", kind, "kinds", String.join(", ", rebuilds.keySet()));
        }
        if (!quarantines.put(kind, subjectId, reason, caller.subject())) {
            throw QuarantineProblem.ALREADY_ON_HOLD.with();
        }
        audit.add(caller, "ACCOUNT_PUT_ON_HOLD", kind + ":" + subjectId, Map.of("reason", reason));
    }

    /** Refused while a check still names the account; {@code rebuild} first sets its balance to what its ledger says. */
    @Transactional
    public String lift(long id, boolean rebuild, String reason, Caller caller) {
        Quarantine held = quarantines.list(true, id + 1, 1).stream()
                .filter(one -> one.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(CommonProblem.NOT_FOUND::with);
        Rebuild kind = rebuilds.get(held.subjectKind());
        String rebuilt = rebuild && kind != null ? kind.rebuild(held.subjectId()) : "";
        books.offenders(held.subjectKind(), held.subjectId()).stream()
                .findFirst()
                .ifPresent(offender -> {
                    throw QuarantineProblem.STILL_WRONG.with("offender", offender);
                });
        if (!quarantines.lift(id, caller.subject(), reason, rebuilt)) {
            throw CommonProblem.NOT_FOUND.with();
        }
        audit.add(
                caller,
                "ACCOUNT_HOLD_LIFTED",
                held.subjectKind() + ":" + held.subjectId(),
                Map.of("reason", reason, "rebuilt", rebuilt));
        return rebuilt;
    }
}
