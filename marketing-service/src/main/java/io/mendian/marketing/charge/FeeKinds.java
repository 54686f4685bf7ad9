package io.mendian.marketing.charge;

import io.mendian.marketing.pricing.Fee;
import io.mendian.marketing.pricing.FeeKind;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All kinds of fee that Spring found, by name. */
@Component
class FeeKinds {

    /** The largest amount a fee may name, in the smallest currency unit. */
    static final long MOST = 1_000_000_000L;

    private final Map<String, FeeKind> byName = new TreeMap<>();

    FeeKinds(List<FeeKind> kinds) {
        kinds.forEach(kind -> byName.put(kind.name(), kind));
    }

    Fee read(ChargeTerms.FeeTerms terms) {
        FeeKind kind = byName.get(terms.kind());
        if (kind == null) {
            throw new InvalidSetting("kind", "is to be one of " + byName.keySet());
        }
        return kind.read(new Settings(terms.settings()));
    }
}
