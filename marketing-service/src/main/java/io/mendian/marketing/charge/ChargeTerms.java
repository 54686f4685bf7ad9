package io.mendian.marketing.charge;

import io.mendian.marketing.pricing.CashRounding;
import io.mendian.marketing.pricing.Rounding;
import java.util.List;
import java.util.Map;

/** What headquarters says about rounding and fees. */
public record ChargeTerms(Rounding levelRounding, List<FeeTerms> fees, RoundingTerms rounding) {

    /** A fee: SERVICE_CHARGE {permille, of LIST | NET …} or PACKAGING {perOrderMinor?, perPieceMinor? …}. */
    public record FeeTerms(String kind, Map<String, Object> settings) {}

    /** 抹零 to multiples of {@code unitMinor}; {@code cashOnly}: only where everything is paid in cash. */
    public record RoundingTerms(CashRounding.Mode mode, long unitMinor, boolean cashOnly) {

        public static final RoundingTerms NONE = new RoundingTerms(CashRounding.Mode.NONE, 1, false);
    }
}
