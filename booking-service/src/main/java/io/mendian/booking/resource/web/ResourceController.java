package io.mendian.booking.resource.web;

import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.resource.Hours;
import io.mendian.booking.resource.PlanShifts;
import io.mendian.booking.resource.Resource;
import io.mendian.booking.resource.ResourceKind;
import io.mendian.booking.resource.ResourceQueries;
import io.mendian.booking.resource.SaveResource;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Resources, shifts and leave, from headquarters or from the store itself. */
@RestController
class ResourceController {

    private final SaveResource saveResource;
    private final PlanShifts planShifts;
    private final ResourceQueries queries;
    private final PlaceQueries places;

    ResourceController(SaveResource saveResource, PlanShifts planShifts, ResourceQueries queries, PlaceQueries places) {
        this.saveResource = saveResource;
        this.planShifts = planShifts;
        this.queries = queries;
        this.places = places;
    }

    record ResourceRequest(
            @NotNull ResourceKind kind,
            @NotBlank @Size(max = 100) String name,
            @Nullable StaffId staffId,
            @Nullable Boolean active,
            @Size(max = 200) @Nullable List<SkuId> serviceSkuIds) {

        SaveResource.Wanted in(StoreId store, @Nullable Long id) {
            return new SaveResource.Wanted(
                    id,
                    store,
                    kind,
                    name,
                    staffId,
                    active == null || active,
                    serviceSkuIds == null ? List.of() : serviceSkuIds);
        }
    }

    record ShiftHours(@NotNull LocalTime from, @NotNull LocalTime to) {

        Hours hours() {
            Hours hours = Hours.of(from, to);
            if (hours.fromMinute() >= hours.toMinute()) {
                throw CommonProblem.INVALID_REQUEST.with("reason", "a shift ends after it begins: " + from + "–" + to);
            }
            return hours;
        }
    }

    record WeekRequest(@NotNull Map<DayOfWeek, @Size(max = 10) @Valid List<ShiftHours>> week) {}

    record ShiftsOfDateRequest(
            @NotNull @Size(max = 10) @Valid List<ShiftHours> hours) {}

    record LeaveRequest(
            @NotNull Instant from,
            @NotNull Instant to,
            @NotBlank @Size(max = 100) String reason) {}

    record LeaveAnswer(String leaveId) {}

    @Operation(
            summary = "Add a person, room or equipment",
            description =
                    "kind STAFF needs a staffId, ROOM and EQUIPMENT none. serviceSkuIds: what it can be used for; none: everything. "
                            + "409 RESOURCE_EXISTS.")
    @PostMapping({"/hq/v1/stores/{storeId}/resources", "/store/v1/resources"})
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.BOOKING_WRITE)
    Resource add(
            @PathVariable(required = false) @Nullable Long storeId,
            @Valid @RequestBody ResourceRequest body,
            Caller caller) {
        return saveResource.save(body.in(store(storeId, caller), null));
    }

    @Operation(
            summary = "Change name, services or use of a resource",
            description = "kind and staffId stay as they are.")
    @PutMapping({"/hq/v1/stores/{storeId}/resources/{resourceId}", "/store/v1/resources/{resourceId}"})
    @Allow(Right.BOOKING_WRITE)
    Resource change(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long resourceId,
            @Valid @RequestBody ResourceRequest body,
            Caller caller) {
        return saveResource.save(body.in(store(storeId, caller), resourceId));
    }

    @Operation(summary = "The resources of a store", description = "At most 200.")
    @GetMapping({"/hq/v1/stores/{storeId}/resources", "/store/v1/resources"})
    @Allow({Right.BOOKING_READ, Right.BOOKING_WRITE})
    List<Resource> list(@PathVariable(required = false) @Nullable Long storeId, Caller caller) {
        return queries.ofStore(store(storeId, caller));
    }

    @Operation(
            summary = "Set the working week of a resource",
            description =
                    "Weekdays MONDAY to SUNDAY in the store's local time; a weekday not named is free; several spans leave breaks. "
                            + "A room without any week is always open. 409 SHIFTS_OVERLAP.")
    @PutMapping({"/hq/v1/stores/{storeId}/resources/{resourceId}/shifts", "/store/v1/resources/{resourceId}/shifts"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.BOOKING_WRITE)
    void week(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long resourceId,
            @Valid @RequestBody WeekRequest body,
            Caller caller) {
        Map<Integer, List<Hours>> week = body.week().entrySet().stream()
                .collect(Collectors.toMap(
                        day -> day.getKey().getValue(),
                        day -> day.getValue().stream().map(ShiftHours::hours).toList()));
        planShifts.week(resourceId, store(storeId, caller), week);
    }

    @Operation(
            summary = "Set the hours of one date",
            description = "They stand instead of the weekday's; none: not working. 409 SHIFTS_OVERLAP.")
    @PutMapping({
        "/hq/v1/stores/{storeId}/resources/{resourceId}/shifts/{day}",
        "/store/v1/resources/{resourceId}/shifts/{day}"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.BOOKING_WRITE)
    void date(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long resourceId,
            @PathVariable LocalDate day,
            @Valid @RequestBody ShiftsOfDateRequest body,
            Caller caller) {
        planShifts.date(
                resourceId,
                store(storeId, caller),
                day,
                body.hours().stream().map(ShiftHours::hours).toList());
    }

    @Operation(
            summary = "Enter leave",
            description =
                    "No appointment is offered in it from now on; bookings that exist stay and must be looked at.")
    @PostMapping({"/hq/v1/stores/{storeId}/resources/{resourceId}/leave", "/store/v1/resources/{resourceId}/leave"})
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.BOOKING_WRITE)
    LeaveAnswer leave(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long resourceId,
            @Valid @RequestBody LeaveRequest body,
            Caller caller) {
        if (!body.from().isBefore(body.to())) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "leave ends after it begins");
        }
        return new LeaveAnswer(Long.toString(
                planShifts.leave(resourceId, store(storeId, caller), body.from(), body.to(), body.reason())));
    }

    @Operation(summary = "Take leave back", description = "404 for another resource's.")
    @DeleteMapping({
        "/hq/v1/stores/{storeId}/resources/{resourceId}/leave/{leaveId}",
        "/store/v1/resources/{resourceId}/leave/{leaveId}"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.BOOKING_WRITE)
    void endLeave(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long resourceId,
            @PathVariable long leaveId,
            Caller caller) {
        planShifts.endLeave(resourceId, store(storeId, caller), leaveId);
    }

    private StoreId store(@Nullable Long storeId, Caller caller) {
        if (storeId == null) {
            return caller.requireStore();
        }
        StoreId store = StoreId.of(storeId);
        caller.requireReach(store);
        return places.requireStore(store).storeId();
    }
}
