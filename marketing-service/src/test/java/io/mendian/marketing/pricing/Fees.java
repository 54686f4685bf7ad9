package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;

/** Fees for tests without Spring. */
final class Fees {

    private Fees() {}

    static Fee service(long permille, boolean ofList) {
        return new Fee() {
            @Override
            public String code() {
                return "SERVICE_CHARGE";
            }

            @Override
            public Text name() {
                return new Text("服务费", "Service charge");
            }

            @Override
            public long on(FeeBasis basis) {
                long sum = basis.lines().stream()
                        .mapToLong(line -> ofList ? line.listMinor() : line.netMinor())
                        .sum();
                return Split.permille(sum, permille);
            }
        };
    }
}
