package io.mendian.marketing.charge;

import io.mendian.kernel.Split;
import io.mendian.marketing.pricing.Fee;
import io.mendian.marketing.pricing.FeeKind;
import io.mendian.marketing.pricing.Fractions;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Text;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 服务费: {@code permille} of the goods, rounded half-up once, at most {@code capMinor}; {@code of} LIST: of the list prices,
 * NET: of what remains after every discount and before points. Optionally for some {@code channels} or {@code kinds} only.
 */
@Component
class ServiceCharge implements FeeKind {

    @Override
    public String name() {
        return "SERVICE_CHARGE";
    }

    @Override
    public Fee read(Settings settings) {
        Long cap = settings.optional("capMinor", 1, FeeKinds.MOST);
        return new Terms(
                settings.number("permille", 1, 1000),
                settings.text("of", List.of("LIST", "NET")).equals("LIST"),
                cap == null ? Long.MAX_VALUE : cap,
                settings.words("channels", 10),
                settings.words("kinds", 10));
    }

    private record Terms(long permille, boolean ofList, long cap, Set<String> channels, Set<String> kinds)
            implements Fee {

        @Override
        public String code() {
            return "SERVICE_CHARGE";
        }

        @Override
        public Text name() {
            String percent = Fractions.of(permille, 10) + "%";
            return new Text("服务费 " + percent, "Service charge " + percent);
        }

        @Override
        public long on(FeeBasis basis) {
            if (!channels.isEmpty() && !channels.contains(basis.channel())) {
                return 0;
            }
            long sum = 0;
            for (FeeLine line : basis.lines()) {
                if (kinds.isEmpty() || kinds.contains(line.kind())) {
                    sum += ofList ? line.listMinor() : line.netMinor();
                }
            }
            return Math.min(Split.permille(sum, permille), cap);
        }
    }
}
