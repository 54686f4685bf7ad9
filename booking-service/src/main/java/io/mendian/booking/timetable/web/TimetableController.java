package io.mendian.booking.timetable.web;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.timetable.ChangeDate;
import io.mendian.booking.timetable.ChangeSeries;
import io.mendian.booking.timetable.ClassKind;
import io.mendian.booking.timetable.ClassView;
import io.mendian.booking.timetable.EndSeries;
import io.mendian.booking.timetable.OpenSeries;
import io.mendian.booking.timetable.SeriesView;
import io.mendian.booking.timetable.TimetableQueries;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
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

/** The timetable: set by headquarters or the store, read by members. */
@RestController
class TimetableController {

    private final OpenSeries openSeries;
    private final ChangeSeries changeSeries;
    private final ChangeDate changeDate;
    private final EndSeries endSeries;
    private final TimetableQueries queries;
    private final PlaceQueries places;

    TimetableController(
            OpenSeries openSeries,
            ChangeSeries changeSeries,
            ChangeDate changeDate,
            EndSeries endSeries,
            TimetableQueries queries,
            PlaceQueries places) {
        this.openSeries = openSeries;
        this.changeSeries = changeSeries;
        this.changeDate = changeDate;
        this.endSeries = endSeries;
        this.queries = queries;
        this.places = places;
    }

    record SeriesRequest(
            @NotNull SkuId serviceSkuId,
            @NotBlank @Size(max = 100) String name,
            @NotNull ClassKind kind,
            @NotNull DayOfWeek weekday,
            @NotNull LocalTime startTime,
            @Min(5) @Max(1440) @Nullable Integer durationMinutes,
            @Positive @Max(1000) int capacity,
            @Nullable String coachId,
            @Nullable String roomId,
            @NotNull LocalDate firstDate,
            @Nullable LocalDate lastDate,
            @PositiveOrZero @Max(365) @Nullable Integer opensDaysBefore,
            @PositiveOrZero @Max(100_000) @Nullable Integer closesMinutesBefore,
            @PositiveOrZero @Max(100_000) @Nullable Integer cancelMinutesBefore,
            @Nullable Boolean cardUse,
            @Nullable Boolean walkIn) {

        OpenSeries.Plan in(StoreId store) {
            BookingRule usual = BookingRule.DEFAULT;
            return new OpenSeries.Plan(
                    store,
                    serviceSkuId,
                    name,
                    kind,
                    weekday,
                    startTime,
                    durationMinutes,
                    capacity,
                    id(coachId),
                    id(roomId),
                    firstDate,
                    lastDate,
                    new BookingRule(
                            opensDaysBefore == null ? usual.opensDaysBefore() : opensDaysBefore,
                            closesMinutesBefore == null ? usual.closesMinutesBefore() : closesMinutesBefore,
                            cancelMinutesBefore == null ? usual.cancelMinutesBefore() : cancelMinutesBefore,
                            cardUse == null || cardUse),
                    walkIn != null && walkIn);
        }
    }

    record ExceptionRequest(
            boolean cancelled,
            @Nullable LocalTime startTime,
            @Positive @Max(1000) @Nullable Integer capacity,
            @Nullable String coachId,
            @Nullable String roomId) {}

    record EndRequest(@NotNull LocalDate lastDate) {}

    @Operation(
            summary = "Put a weekly class on the timetable",
            description =
                    "Makes its sessions of the next weeks at once. coachId and roomId are resources of the store. Defaults: opens 30 "
                            + "days before, closes at the beginning, can be cancelled until 60 minutes before, takes a card use, no walk-in. 409 "
                            + "CLASS_CONFLICT names the day on which coach or room is taken.")
    @PostMapping({"/hq/v1/stores/{storeId}/class-series", "/store/v1/class-series"})
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow({Right.BOOKING_RULES, Right.BOOKING_WRITE})
    SeriesView open(
            @PathVariable(required = false) @Nullable Long storeId,
            @Valid @RequestBody SeriesRequest body,
            Caller caller) {
        return openSeries.open(body.in(store(storeId, caller)));
    }

    @Operation(
            summary = "Change all coming dates of a weekly class",
            description =
                    "The whole series as it shall be. Name and rules count at once; anything else is refused with 409 SESSION_BOOKED "
                            + "when a coming session is booked. To change only the following dates, end the series and open another. 409 "
                            + "CLASS_CONFLICT; 404 for another store's.")
    @PutMapping({"/hq/v1/stores/{storeId}/class-series/{seriesId}", "/store/v1/class-series/{seriesId}"})
    @Allow({Right.BOOKING_RULES, Right.BOOKING_WRITE})
    SeriesView change(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long seriesId,
            @Valid @RequestBody SeriesRequest body,
            Caller caller) {
        return changeSeries.change(seriesId, body.in(store(storeId, caller)));
    }

    @Operation(summary = "The weekly classes of a store", description = "after: the id of the last series seen.")
    @GetMapping({"/hq/v1/stores/{storeId}/class-series", "/store/v1/class-series"})
    @Allow({Right.BOOKING_READ, Right.BOOKING_RULES, Right.BOOKING_WRITE})
    List<SeriesView> series(
            @PathVariable(required = false) @Nullable Long storeId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.series(store(storeId, caller), after, limit);
    }

    @Operation(
            summary = "Make one date of a class different",
            description =
                    "What is null stays as in the series. 409 SESSION_BOOKED when somebody has booked it, NOT_A_DAY_OF_THE_SERIES, "
                            + "CLASS_CONFLICT.")
    @PutMapping({
        "/hq/v1/stores/{storeId}/class-series/{seriesId}/dates/{day}",
        "/store/v1/class-series/{seriesId}/dates/{day}"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({Right.BOOKING_RULES, Right.BOOKING_WRITE})
    void date(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long seriesId,
            @PathVariable LocalDate day,
            @Valid @RequestBody ExceptionRequest body,
            Caller caller) {
        changeDate.change(
                seriesId,
                store(storeId, caller),
                day,
                new ChangeDate.Difference(
                        body.cancelled(), body.startTime(), body.capacity(), id(body.coachId()), id(body.roomId())));
    }

    @Operation(
            summary = "Let a weekly class end",
            description =
                    "lastDate is the last day that may have a class; later sessions go. 409 SESSION_BOOKED when one is booked.")
    @PostMapping({"/hq/v1/stores/{storeId}/class-series/{seriesId}/end", "/store/v1/class-series/{seriesId}/end"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({Right.BOOKING_RULES, Right.BOOKING_WRITE})
    void end(
            @PathVariable(required = false) @Nullable Long storeId,
            @PathVariable long seriesId,
            @Valid @RequestBody EndRequest body,
            Caller caller) {
        endSeries.end(seriesId, store(storeId, caller), body.lastDate());
    }

    @Operation(
            summary = "The classes of a store on a date",
            description = "date: yyyy-MM-dd in the store's calendar; at most 200, by time.")
    @GetMapping("/app/v1/classes")
    @Allow
    List<ClassView> classes(@RequestParam long storeId, @RequestParam LocalDate date) {
        return queries.classes(StoreId.of(storeId), date);
    }

    @Operation(summary = "One class", description = "404 when there is none.")
    @GetMapping("/app/v1/class-sessions/{sessionId}")
    @Allow
    ClassView one(@PathVariable long sessionId) {
        return queries.requireClass(sessionId);
    }

    @Operation(summary = "The classes of this store on a date", description = "At most 200, by time.")
    @GetMapping("/store/v1/classes")
    @Allow({Right.BOOKING_READ, Right.BOOKING_WRITE})
    List<ClassView> classesHere(@RequestParam LocalDate date, Caller caller) {
        return queries.classes(caller.requireStore(), date);
    }

    private StoreId store(@Nullable Long storeId, Caller caller) {
        if (storeId == null) {
            return caller.requireStore();
        }
        StoreId store = StoreId.of(storeId);
        caller.requireReach(store);
        return places.requireStore(store).storeId();
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
