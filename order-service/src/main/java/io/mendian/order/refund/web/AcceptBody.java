package io.mendian.order.refund.web;

import io.mendian.kernel.TypedId;
import io.mendian.order.refund.DecideRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What staff says to a member's request: whether pieces go back on the shelf, ways for money that needs one, a note, the till. */
record AcceptBody(
        @Size(max = 200) @Nullable List<@Valid Restock> lines,
        @Size(max = 20) @Nullable List<ReturnBody.@Valid WayBody> ways,
        @Size(max = 200) @Nullable String note,
        @Pattern(regexp = TypedId.PATTERN) @Nullable String tillId) {

    /** Whether the pieces of a line go back on the shelf. */
    record Restock(@NotBlank @Pattern(regexp = "\\d{1,9}") String lineId, boolean restock) {}

    DecideRequest.Acceptance acceptance() {
        Map<Integer, Boolean> restock = new HashMap<>();
        if (lines != null) {
            lines.forEach(line -> restock.put(Integer.parseInt(line.lineId), line.restock));
        }
        return new DecideRequest.Acceptance(restock, ReturnBody.choices(ways), note);
    }
}
