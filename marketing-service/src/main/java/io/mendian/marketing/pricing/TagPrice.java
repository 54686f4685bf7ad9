package io.mendian.marketing.pricing;

import io.mendian.kernel.Split;
import org.jspecify.annotations.Nullable;

/**
 * The price of a line before promotions: list price, or the better of member price and level price. The level price takes
 * a discount off, rounded half-up; the price is what remains. Equal prices count as the member price.
 */
record TagPrice(long netMinor, @Nullable String rule, Text text) {

    private static final Text LIST = new Text("原价", "List price");

    static TagPrice of(BasketLine line, long levelPricePermille, Rounding rounding, Cents cents) {
        long list = line.listMinor();
        long least = Math.min(list, line.floorMinor());
        long net = list;
        TagPrice best = new TagPrice(list, null, LIST);
        if (!line.discountable()) {
            return best;
        }
        if (line.unitMemberMinor() != null) {
            long member = Math.max(least, Math.multiplyExact(line.unitMemberMinor(), line.quantity()));
            if (member < net) {
                net = member;
                best = new TagPrice(
                        member,
                        "MEMBER_PRICE",
                        new Text(
                                "会员价 " + cents.zh(line.unitMemberMinor()),
                                "Member price " + cents.show(line.unitMemberMinor())));
            }
        }
        long level = Math.max(least, list - levelDiscount(line, 1000 - levelPricePermille, rounding));
        if (level < net) {
            best = new TagPrice(level, "LEVEL_PRICE", levelText(levelPricePermille));
        }
        return best;
    }

    private static long levelDiscount(BasketLine line, long permille, Rounding rounding) {
        return switch (rounding) {
            case PIECE -> Math.multiplyExact(Split.permille(line.unitListMinor(), permille), line.quantity());
            case LINE -> Split.permille(line.listMinor(), permille);
        };
    }

    /** 880 permille is said 8.8折 in Chinese and 12% off in English. */
    private static Text levelText(long permille) {
        String zhe = Fractions.of(permille, 100);
        return new Text("等级价 " + zhe + "折", "Level price, " + Fractions.of(1000 - permille, 10) + "% off");
    }
}
