package io.mendian.order.catalogue;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.SkuFault.Field;
import java.util.List;
import java.util.Map;

/** The rules of a card product: a PUNCH card counts uses (and may end), a PERIOD card ends and counts none, a GIFT card has a value. */
final class CardFaults {

    private static final long MOST_USES = 10_000;
    private static final long MOST_VALUE = 100_000_000;
    private static final int MOST_NAMED = 200;
    private static final int LONGEST_DAYS = 3650;

    private CardFaults() {}

    static void of(CardTerms terms, List<SkuFault> faults) {
        switch (terms.kind()) {
            case "PUNCH" -> uses(terms.uses() >= 1 && terms.uses() <= MOST_USES, faults);
            case "PERIOD" -> period(terms, faults);
            case "GIFT" -> gift(terms, faults);
            default ->
                faults.add(new SkuFault(
                        Field.CARD_KIND,
                        "未知的卡类型",
                        "the card's kind is unknown",
                        "填写 PUNCH（次卡）、PERIOD（期限卡）或 GIFT（礼品卡）",
                        "give PUNCH, PERIOD or GIFT"));
        }
        if (!terms.kind().equals("GIFT") && terms.valueMinor() != null) {
            faults.add(value("只有礼品卡有面值", "only a gift card has a value", "清空面值", "leave the value out"));
        }
        Integer days = terms.validDays();
        if (days != null && (days < 1 || days > LONGEST_DAYS)) {
            faults.add(days());
        }
        if (terms.serviceSkuIds().size() > MOST_NAMED || terms.storeIds().size() > MOST_NAMED) {
            faults.add(new SkuFault(
                    Field.SERVICES,
                    "适用服务或门店过多",
                    "too many services or stores are named",
                    "最多 " + MOST_NAMED + " 个；全部适用请留空",
                    "name at most " + MOST_NAMED + ", or none for all"));
        }
    }

    static void services(CardTerms terms, Map<SkuId, Sku> services, List<SkuFault> faults) {
        for (SkuId id : terms.serviceSkuIds()) {
            Sku service = services.get(id);
            if (service == null || service.kind() != SkuKind.SERVICE) {
                faults.add(noService(service == null ? id.text() : service.code()));
            }
        }
    }

    /** A gift card is money: its value, usable everywhere, for everything. */
    private static void gift(CardTerms terms, List<SkuFault> faults) {
        Long value = terms.valueMinor();
        if (value == null || value < 1 || value > MOST_VALUE) {
            faults.add(value(
                    "礼品卡缺少面值或面值超出范围",
                    "a gift card needs its value",
                    "填写面值，单位分，1～" + MOST_VALUE,
                    "give 1 to " + MOST_VALUE + " in the smallest unit"));
        }
        if (terms.uses() != 0
                || !terms.serviceSkuIds().isEmpty()
                || !terms.storeIds().isEmpty()) {
            faults.add(new SkuFault(
                    Field.USES,
                    "礼品卡不计次数，也不限服务和门店",
                    "a gift card counts no uses and is not bound to services or stores",
                    "次数填 0，服务和门店留空",
                    "give 0 uses and no services or stores"));
        }
    }

    private static SkuFault value(String zh, String en, String fixZh, String fixEn) {
        return new SkuFault(Field.CARD_KIND, zh, en, fixZh, fixEn);
    }

    private static void period(CardTerms terms, List<SkuFault> faults) {
        if (terms.validDays() == null) {
            faults.add(days());
        }
        if (terms.uses() != 0) {
            faults.add(new SkuFault(
                    Field.USES, "期限卡不计次数", "a period card counts no uses", "次数填 0 或留空", "give 0 or leave it empty"));
        }
    }

    private static void uses(boolean fits, List<SkuFault> faults) {
        if (!fits) {
            faults.add(new SkuFault(
                    Field.USES,
                    "次卡缺少次数或次数超出范围",
                    "a punch card needs its uses",
                    "填写 1～" + MOST_USES,
                    "give 1 to " + MOST_USES));
        }
    }

    private static SkuFault days() {
        return new SkuFault(
                Field.VALID_DAYS,
                "有效天数缺失或超出范围",
                "the days of validity are missing or out of range",
                "填写 1～" + LONGEST_DAYS,
                "give 1 to " + LONGEST_DAYS);
    }

    static SkuFault noService(String named) {
        return new SkuFault(
                Field.SERVICES,
                "“" + SkuRules.shortened(named) + "”不是本店服务",
                "'" + SkuRules.shortened(named) + "' is not a service of the catalogue",
                "先建立该服务，或填写正确的服务编码",
                "add the service first, or correct its code");
    }
}
