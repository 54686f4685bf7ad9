package io.mendian.marketing.charge;

import io.mendian.marketing.pricing.Fee;
import io.mendian.marketing.pricing.FeeKind;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Text;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 包装费: {@code perOrderMinor} once and {@code perPieceMinor} for each piece, at most {@code capMinor}; optionally for some
 * {@code channels}, {@code kinds} or {@code categories} only. An order without such goods pays none.
 */
@Component
class PackagingFee implements FeeKind {

    @Override
    public String name() {
        return "PACKAGING";
    }

    @Override
    public Fee read(Settings settings) {
        Long order = settings.optional("perOrderMinor", 0, FeeKinds.MOST);
        Long piece = settings.optional("perPieceMinor", 0, FeeKinds.MOST);
        Long cap = settings.optional("capMinor", 1, FeeKinds.MOST);
        if (order == null && piece == null) {
            throw new InvalidSetting("perOrderMinor", "or perPieceMinor is missing");
        }
        return new Terms(
                order == null ? 0 : order,
                piece == null ? 0 : piece,
                cap == null ? Long.MAX_VALUE : cap,
                settings.words("channels", 10),
                settings.words("kinds", 10),
                settings.words("categories", 50));
    }

    private record Terms(
            long perOrder, long perPiece, long cap, Set<String> channels, Set<String> kinds, Set<String> categories)
            implements Fee {

        @Override
        public String code() {
            return "PACKAGING";
        }

        @Override
        public Text name() {
            return new Text("包装费", "Packaging");
        }

        @Override
        public long on(FeeBasis basis) {
            if (!channels.isEmpty() && !channels.contains(basis.channel())) {
                return 0;
            }
            long pieces = 0;
            for (FeeLine line : basis.lines()) {
                if ((kinds.isEmpty() || kinds.contains(line.kind()))
                        && (categories.isEmpty() || categories.contains(line.category()))) {
                    pieces += line.quantity();
                }
            }
            return pieces == 0 ? 0 : Math.min(perOrder + Math.multiplyExact(perPiece, pieces), cap);
        }
    }
}
