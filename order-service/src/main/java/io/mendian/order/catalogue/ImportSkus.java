package io.mendian.order.catalogue;

import io.mendian.order.catalogue.ImportPlan.Planned;
import io.mendian.order.catalogue.ImportReport.RowFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes products over from a table. Good rows go in, bad ones are reported with their reason; the same file again changes
 * nothing. {@code allOrNothing} saves only when every row is good, in one transaction.
 */
@Component
public class ImportSkus {

    private static final int CHUNK = 500;

    private final ImportPlanner planner;
    private final SaveImportedSkus save;

    ImportSkus(ImportPlanner planner, SaveImportedSkus save) {
        this.planner = planner;
        this.save = save;
    }

    public ImportReport run(byte[] file, boolean dryRun, boolean allOrNothing) {
        Sheet sheet = Sheet.read(file);
        ImportPlan plan = planner.plan(sheet);
        boolean writes = !dryRun && (!allOrNothing || plan.faults().isEmpty());
        SaveImportedSkus.Counts counts = writes ? write(plan.good(), allOrNothing) : expected(plan.good());
        List<RowFault> faults = plan.faults().stream()
                .sorted(Comparator.comparingInt(RowFault::row))
                .toList();
        int bad = (int) faults.stream().mapToInt(RowFault::row).distinct().count();
        boolean refused = !dryRun && !writes;
        return new ImportReport(
                dryRun,
                writes,
                sheet.format(),
                sheet.rows().size() - 1,
                plan.good().size(),
                bad,
                refused ? 0 : counts.created(),
                refused ? 0 : counts.changed(),
                refused ? 0 : counts.unchanged(),
                plan.ignoredColumns(),
                faults);
    }

    private SaveImportedSkus.Counts write(List<Planned> good, boolean inOne) {
        // services first: a card of the same file may name them
        List<Planned> ordered = new ArrayList<>(good);
        ordered.sort(Comparator.comparing((Planned planned) -> planned.content().kind() != SkuKind.SERVICE)
                .thenComparing(planned -> planned.content().code()));
        SaveImportedSkus.Counts total = SaveImportedSkus.Counts.NONE;
        int step = inOne ? Math.max(ordered.size(), 1) : CHUNK;
        for (int from = 0; from < ordered.size(); from += step) {
            total = total.plus(save.save(ordered.subList(from, Math.min(from + step, ordered.size()))));
        }
        return total;
    }

    private static SaveImportedSkus.Counts expected(List<Planned> good) {
        SaveImportedSkus.Counts total = SaveImportedSkus.Counts.NONE;
        for (Planned planned : good) {
            total = total.plus(SaveImportedSkus.Counts.of(planned.existing(), planned.content()));
        }
        return total;
    }
}
