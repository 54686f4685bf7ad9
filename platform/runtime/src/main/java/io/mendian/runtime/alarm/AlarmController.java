package io.mendian.runtime.alarm;

import io.mendian.runtime.ShortName;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Headquarters sees what needs a person, and says how it was dealt with. */
@RestController
class AlarmController {

    private static final String HQ = "/hq/v1/alarms/" + ShortName.OF_SERVICE;

    private final Alarms alarms;
    private final String service;

    AlarmController(Alarms alarms, @Value(ShortName.OF_SERVICE) String service) {
        this.alarms = alarms;
        this.service = service;
    }

    /** How an alarm was dealt with. */
    record ClearAlarmRequest(@NotBlank @Size(max = 200) String reason) {}

    @Operation(summary = "告警：what needs a person in this service", description = """
                    Open alarms (open=false: those that were cleared), newest first; page with cursor = the last id seen.""")
    @GetMapping(HQ)
    @Allow({Right.OPERATIONS, Right.REPORTS_READ})
    Alarms.OfService headquarters(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new Alarms.OfService(service, alarms.list(open, cursor, limit));
    }

    @Operation(summary = "Open alarms of this service, newest first, at most 200")
    @GetMapping("/internal/v1/alarms")
    @Allow
    Alarms.OfService internal() {
        return new Alarms.OfService(service, alarms.list(true, null, 200));
    }

    @Operation(summary = "处理告警：clear an alarm, saying how it was dealt with", description = "404 when it is not open.")
    @ChainWide
    @PostMapping(HQ + "/{id}/clear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.OPERATIONS)
    void clear(@PathVariable long id, @Valid @RequestBody ClearAlarmRequest body, Caller caller) {
        if (!alarms.clear(id, caller, body.reason())) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }
}
