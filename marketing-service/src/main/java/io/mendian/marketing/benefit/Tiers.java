package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that give more the higher they are; what counts is the highest that is reached. */
record Tiers(List<Tier> lowestFirst) {

    /** {@code from} something on it {@code gives} so much. */
    record Tier(long from, long gives) {}

    static Tiers read(Settings settings, String from, long least, long most, String gives, long mostGiven) {
        List<Tier> tiers = new ArrayList<>();
        for (Settings tier : settings.list("tiers", 20)) {
            tiers.add(new Tier(tier.number(from, least, most), tier.number(gives, 1, mostGiven)));
        }
        tiers.sort(Comparator.comparingLong(Tier::from));
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from == tiers.get(i - 1).from || tiers.get(i).gives <= tiers.get(i - 1).gives) {
                throw new InvalidSetting("tiers", "are to give more the higher they are");
            }
        }
        return new Tiers(List.copyOf(tiers));
    }

    long at(long reached) {
        long gives = 0;
        for (Tier tier : lowestFirst) {
            if (reached >= tier.from) {
                gives = tier.gives;
            }
        }
        return gives;
    }

    boolean reachedAt(long reached) {
        return reached >= lowestFirst.getFirst().from;
    }

    @Nullable
    Tier above(long reached) {
        for (Tier tier : lowestFirst) {
            if (reached < tier.from) {
                return tier;
            }
        }
        return null;
    }
}
