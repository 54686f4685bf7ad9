package io.mendian.booking.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BookingStatusTest {

    @Test
    void thesePairsAndNoOthersFollowEachOther() {
        String edges = Arrays.stream(BookingStatus.values())
                .flatMap(from -> from.next().stream().map(to -> from + ">" + to))
                .collect(Collectors.joining(" "));
        assertThat(edges)
                .isEqualTo("BOOKED>CHECKING_IN BOOKED>CHECKED_IN BOOKED>CANCELLED "
                        + "CHECKING_IN>BOOKED CHECKING_IN>CHECKED_IN");
    }
}
