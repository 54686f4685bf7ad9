package io.mendian.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.prepaid.AssetRefundStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferStatusTest {

    @Test
    void theseAndNoOtherChangesExist() {
        List<String> edges = Arrays.stream(TransferStatus.values())
                .flatMap(from -> Arrays.stream(TransferStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> from + " -> " + to))
                .toList();
        assertThat(edges).containsExactlyInAnyOrder("OFFERED -> DONE", "OFFERED -> CANCELLED", "OFFERED -> EXPIRED");
        List<String> refunds = Arrays.stream(AssetRefundStatus.values())
                .flatMap(from -> Arrays.stream(AssetRefundStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> from + " -> " + to))
                .toList();
        assertThat(refunds).containsExactlyInAnyOrder("HELD -> CONFIRMED", "HELD -> RELEASED");
    }
}
