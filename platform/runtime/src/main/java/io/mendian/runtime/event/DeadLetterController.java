package io.mendian.runtime.event;

import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Headquarters sees the events a service could not do, and has them tried again. */
@RestController
@RequestMapping("/hq/v1/operations/${spring.application.name}/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;
    private final EventDispatcher dispatcher;
    private final GiveUpEvent giveUpEvent;

    DeadLetterController(DeadLetters deadLetters, EventDispatcher dispatcher, GiveUpEvent giveUpEvent) {
        this.deadLetters = deadLetters;
        this.dispatcher = dispatcher;
        this.giveUpEvent = giveUpEvent;
    }

    @Operation(summary = "Events this service could not handle, oldest first, at most 200")
    @GetMapping
    @Allow(Right.OPERATIONS)
    List<Map<String, Object>> list() {
        return deadLetters.list();
    }

    @Operation(summary = "Try a parked event, and those waiting behind it, again now")
    @ChainWide
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.OPERATIONS)
    void retry(@PathVariable long id) {
        if (!deadLetters.retryNow(id)) {
            throw CommonProblem.NOT_FOUND.with();
        }
        dispatcher.retryParked();
    }

    /** Why an event is given up. */
    record GiveUpEventRequest(@NotBlank @Size(max = 200) String reason) {}

    @Operation(
            summary = "放弃一个事件：give up a parked event that can never be handled, and go on with those behind it",
            description =
                    "Only for what nobody could handle, such as a payload that is no JSON. For order.paid.v1 order-service is"
                            + " asked once more what was paid, and that is done instead: what is held for the order is"
                            + " spent; 503 while it does not answer. The effect of any other event is lost here.")
    @ChainWide
    @PostMapping("/{id}/give-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.OPERATIONS)
    void giveUp(@PathVariable long id, @Valid @RequestBody GiveUpEventRequest body, Caller caller) {
        if (!giveUpEvent.giveUp(id, body.reason(), caller)) {
            throw CommonProblem.NOT_FOUND.with();
        }
        dispatcher.retryParked();
    }
}
