package io.mendian.booking.resource;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads resources; one of another store answers like a missing one. */
@Component
public class ResourceQueries {

    private final ResourceMapper resources;

    ResourceQueries(ResourceMapper resources) {
        this.resources = resources;
    }

    public List<Resource> ofStore(StoreId store) {
        Map<Long, List<Long>> services = resources.servicesOfStore(store.value()).stream()
                .collect(Collectors.groupingBy(
                        ResourceMapper.ServiceOf::resourceId,
                        Collectors.mapping(ResourceMapper.ServiceOf::skuId, Collectors.toList())));
        return resources.ofStore(store.value()).stream()
                .map(row -> row.toResource(services.getOrDefault(row.id(), List.of())))
                .toList();
    }

    public Resource require(long id, StoreId store) {
        return find(id).filter(resource -> resource.storeId().equals(store)).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    public Optional<Resource> find(@Nullable Long id) {
        if (id == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(resources.selectById(id)).map(row -> row.toResource(resources.services(id)));
    }
}
