package io.mendian.member.store.web;

import io.mendian.kernel.StoreId;
import io.mendian.member.audit.Origin;
import io.mendian.member.staff.Hiring;
import io.mendian.member.store.ChangeStore;
import io.mendian.member.store.NewStore;
import io.mendian.member.store.OpenStore;
import io.mendian.member.store.OpenedStore;
import io.mendian.member.store.StoreKind;
import io.mendian.member.store.StoreQueries;
import io.mendian.member.store.StoreView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StoreController {

    private final StoreQueries queries;
    private final OpenStore open;
    private final ChangeStore change;
    private final Hiring hiring;

    StoreController(StoreQueries queries, OpenStore open, ChangeStore change, Hiring hiring) {
        this.queries = queries;
        this.open = open;
        this.change = change;
        this.hiring = hiring;
    }

    record ChangeRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull StoreKind kind,
            @NotBlank @Size(max = 40) String zone,
            @NotNull LocalTime dayEnds,
            @Nullable @Size(max = 200) String region,
            @NotNull Boolean active,
            @NotNull Long version) {}

    @ChainWide
    @PostMapping("/hq/v1/stores")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(secret = true)
    @Allow(Right.STORES_WRITE)
    @Operation(
            summary = "Opens a store with its manager and clerks in one call",
            description =
                    "Only for those who reach the whole chain. `zone` Asia/Shanghai and `dayEnds` 00:00 unless given. Who has no `password` gets a one-time one in the answer. 409 STORE_CODE_TAKEN, LOGIN_NAME_TAKEN: then nothing was made.")
    OpenedStore open(Caller caller, HttpServletRequest request, @Valid @RequestBody OpenStoreRequest body) {
        NewStore wish = new NewStore(
                body.code(),
                body.name(),
                body.kind(),
                body.zoneOrDefault(),
                body.dayEndsOrDefault(),
                body.region(),
                body.people().stream().map(hiring::prepare).toList());
        return open.open(caller, Origin.of(request), wish);
    }

    @GetMapping({"/hq/v1/stores", "/store/v1/stores"})
    @Allow(Right.STORES_READ)
    @Operation(
            summary = "The stores the caller reaches, by code",
            description =
                    "`region` also means everything below it; `after` is the last code of the page before. At most 200.")
    List<StoreView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.list(caller, region, after, limit);
    }

    @GetMapping({"/hq/v1/stores/{id}", "/store/v1/stores/{id}"})
    @Allow(Right.STORES_READ)
    @Operation(summary = "One store")
    StoreView one(Caller caller, @PathVariable long id) {
        return queries.require(caller, StoreId.of(id));
    }

    @PutMapping("/hq/v1/stores/{id}")
    @Allow(Right.STORES_WRITE)
    @Operation(
            summary = "Changes a store's master data",
            description = "`version` is the one that was read; 409 STORE_CHANGED_MEANWHILE when somebody was faster.")
    StoreView change(
            Caller caller, HttpServletRequest request, @PathVariable long id, @Valid @RequestBody ChangeRequest body) {
        return change.change(
                caller,
                Origin.of(request),
                StoreId.of(id),
                new ChangeStore.Change(
                        body.name(),
                        body.kind(),
                        body.zone(),
                        body.dayEnds(),
                        body.region(),
                        body.active(),
                        body.version()));
    }

    @GetMapping("/internal/v1/stores/{id}")
    @Allow
    @Operation(summary = "One store, for other services")
    StoreView forServices(@PathVariable long id) {
        return queries.require(StoreId.of(id));
    }
}
