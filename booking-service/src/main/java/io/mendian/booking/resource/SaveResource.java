package io.mendian.booking.resource;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

/** Adds a resource to a store, or changes the name, services and use of one. Kind and person never change. */
@UseCase
public class SaveResource {

    private final ResourceMapper resources;

    SaveResource(ResourceMapper resources) {
        this.resources = resources;
    }

    /** The resource as it shall be; without an id it is a new one. */
    public record Wanted(
            @Nullable Long id,
            StoreId storeId,
            ResourceKind kind,
            String name,
            @Nullable StaffId staffId,
            boolean active,
            List<SkuId> serviceSkuIds) {}

    @Transactional
    public Resource save(Wanted wanted) {
        ResourceRow row = wanted.id() == null ? add(wanted) : change(wanted.id(), wanted);
        resources.forgetServices(row.id());
        List<Long> services = wanted.serviceSkuIds().stream()
                .map(SkuId::value)
                .distinct()
                .sorted()
                .toList();
        services.forEach(sku -> resources.addService(row.id(), sku));
        return row.toResource(services);
    }

    private ResourceRow add(Wanted wanted) {
        if ((wanted.kind() == ResourceKind.STAFF) != (wanted.staffId() != null)) {
            throw ResourceProblem.RESOURCE_STAFF_MISSING.with();
        }
        ResourceRow row = new ResourceRow(
                Ids.next(),
                wanted.storeId().value(),
                wanted.kind(),
                wanted.name(),
                wanted.staffId() == null ? null : wanted.staffId().value(),
                wanted.active());
        try {
            resources.insert(row);
        } catch (DuplicateKeyException e) {
            throw ResourceProblem.RESOURCE_EXISTS.with();
        }
        return row;
    }

    private ResourceRow change(long id, Wanted wanted) {
        ResourceRow known = resources.lock(id);
        if (known == null || known.storeId() != wanted.storeId().value()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        resources.change(id, wanted.name(), wanted.active());
        return new ResourceRow(id, known.storeId(), known.kind(), wanted.name(), known.staffId(), wanted.active());
    }
}
