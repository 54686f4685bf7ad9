package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.InvalidSetting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All kinds of benefit that Spring found, by name. */
@Component
public class BenefitKinds {

    private final Map<String, BenefitKind> byName = new TreeMap<>();

    BenefitKinds(List<BenefitKind> kinds) {
        kinds.forEach(kind -> byName.put(kind.name(), kind));
    }

    /** The kind of that name; refuses an unknown one with the names there are. */
    public BenefitKind require(String name) {
        BenefitKind kind = byName.get(name);
        if (kind == null) {
            throw new InvalidSetting("kind", "is to be one of " + byName.keySet());
        }
        return kind;
    }
}
