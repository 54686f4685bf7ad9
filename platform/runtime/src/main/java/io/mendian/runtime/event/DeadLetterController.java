package io.mendian.runtime.event;

import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Headquarters sees the events a service could not do, and has them tried again. */
@RestController
@RequestMapping("/hq/v1/operations/${spring.application.name}/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;
    private final EventDispatcher dispatcher;

    DeadLetterController(DeadLetters deadLetters, EventDispatcher dispatcher) {
        this.deadLetters = deadLetters;
        this.dispatcher = dispatcher;
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
}
