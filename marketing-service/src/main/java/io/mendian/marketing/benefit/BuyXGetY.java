package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Text;
import org.springframework.stereotype.Component;

/** 买 X 送 Y: of every {@code buy + get} matching pieces in the basket, {@code get} are free, always the cheapest of all. */
@Component
class BuyXGetY implements BenefitKind {

    @Override
    public String name() {
        return "BUY_X_GET_Y";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public Benefit read(Settings settings) {
        long buy = settings.number("buy", 1, 100);
        long get = settings.number("get", 1, 100);
        return lines -> on(lines, buy, get);
    }

    private static Outcome on(MatchingLines lines, long buy, long get) {
        long groups = lines.pieces() / (buy + get);
        if (groups == 0) {
            return Limits.missingPieces(
                    buy + get - lines.pieces(),
                    new Text("买 " + buy + " 送 " + get, "buy " + buy + " get " + get + " free"));
        }
        return Outcome.Given.cut(Pieces.of(lines).cutCheapest(groups * get, price -> price));
    }
}
