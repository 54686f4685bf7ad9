package io.mendian.order.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Both sides of the limit up to which a drawer may be off, and who closes it beyond. */
@MendianTest
class ShiftDifferenceTest {

    private static final long OPENING = 20_000;

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    TillProperties settings;

    private StoreId store;
    private Caller clerk;
    private Caller manager;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        manager = shop.manager(store);
    }

    @Test
    void exactlyTheLimitClosesAtOnceInBothDirectionsAndOneMoreWaits() {
        long limit = settings.differenceLimitMinor();
        assertThat(closed(clerk, OPENING - limit, null)).isEqualTo("CLOSED");
        assertThat(closed(clerk, OPENING + limit, null)).isEqualTo("CLOSED");
        assertThat(closed(clerk, OPENING - limit - 1, null)).isEqualTo("COUNTED");
        assertThat(closed(clerk, OPENING + limit + 1, null)).isEqualTo("COUNTED");
    }

    @Test
    void beyondItAManagerClosesWithANoteOnly() {
        long off = OPENING - settings.differenceLimitMinor() - 500;
        assertThat(closed(clerk, off, "少找了")).isEqualTo("COUNTED");
        assertThat(closed(manager, off, null)).isEqualTo("COUNTED");
        assertThat(closed(manager, off, "少找了")).isEqualTo("CLOSED");
    }

    /** The status of a shift of this drawer that was counted so. */
    private String closed(Caller by, long countedMinor, String note) {
        String shift = api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", OPENING))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
        Map<String, Object> count = note == null
                ? Map.of("countedMinor", countedMinor)
                : Map.of("countedMinor", countedMinor, "note", note);
        return api.as(by)
                .post("/store/v1/till-shifts/" + shift + "/close", count)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }
}
