package io.mendian.marketing.pricing;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Means of payment as people call them. */
public final class Tenders {

    private Tenders() {}

    public static Text names(Collection<String> tenders) {
        return new Text(zh(tenders), en(tenders));
    }

    static String zh(Collection<String> tenders) {
        return tenders.stream().sorted().map(Tenders::zh).collect(Collectors.joining("、"));
    }

    static String en(Collection<String> tenders) {
        return tenders.stream()
                .sorted()
                .map(tender -> tender.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }

    private static String zh(String tender) {
        return switch (tender) {
            case "CASH" -> "现金";
            case "WECHAT_PAY" -> "微信支付";
            case "STORED_VALUE" -> "储值余额";
            case "GIFT_CARD" -> "礼品卡";
            case "CARD_USE" -> "次卡";
            case "BOOKED" -> "记账收款";
            default -> tender;
        };
    }
}
