package io.mendian.order.catalogue;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.TypedId;
import io.mendian.order.catalogue.SkuFault.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every product must fulfil, whether typed in or imported. */
@Component
class SkuRules {

    /** 1,000,000.00: whatever costs more is a slip of the finger. */
    static final long HIGHEST_PRICE_MINOR = 100_000_000;

    static final int MOST_BARCODES = 20;

    private final Skus skus;

    SkuRules(Skus skus) {
        this.skus = skus;
    }

    void require(SkuContent content) {
        List<SkuFault> faults = faults(content);
        services(content, faults);
        refuse(faults);
    }

    void requireChange(Sku now, SkuContent content) {
        List<SkuFault> faults = faults(content);
        services(content, faults);
        if (now.kind() != content.kind()) {
            faults.add(kindChanged(now.kind()));
        }
        refuse(faults);
    }

    static SkuFault kindChanged(SkuKind kind) {
        return new SkuFault(
                Field.KIND,
                "类型不能由 " + kind + " 改为其他",
                "the kind cannot change from " + kind,
                "请新建一个商品并停售原商品",
                "add a new product and retire this one");
    }

    /** The services that a card names must exist. */
    private void services(SkuContent content, List<SkuFault> faults) {
        if (content.cardTerms() != null) {
            Map<SkuId, Sku> known = skus.byIds(content.cardTerms().serviceSkuIds()).stream()
                    .collect(Collectors.toMap(Sku::id, sku -> sku));
            CardFaults.services(content.cardTerms(), known, faults);
        }
    }

    /** Everything wrong that can be seen without the database. */
    static List<SkuFault> faults(SkuContent content) {
        List<SkuFault> faults = new ArrayList<>();
        kind(content.kind(), faults);
        texts(content, faults);
        prices(content, faults);
        barcodes(content, faults);
        duration(content.kind(), content.durationMinutes(), faults);
        card(content.kind(), content.cardTerms(), faults);
        recharge(content, faults);
        scale(content, faults);
        return faults;
    }

    private static void kind(SkuKind kind, List<SkuFault> faults) {
        if (kind == SkuKind.AMOUNT) {
            faults.add(new SkuFault(
                    Field.KIND, "AMOUNT 为系统内置类型", "the kind AMOUNT is built in", "请换一个类型", "choose another kind"));
        }
    }

    private static void texts(SkuContent content, List<SkuFault> faults) {
        if (!content.code().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            faults.add(new SkuFault(
                    Field.CODE,
                    "编码“" + shortened(content.code()) + "”不合规",
                    "the code '" + shortened(content.code()) + "' is not valid",
                    "用 1～40 个字母、数字、点、横线或下划线，以字母或数字开头",
                    "use 1 to 40 letters, digits, dots, dashes or underscores, beginning with a letter or digit"));
        }
        if (content.code().equals("TAKEOVER")) {
            faults.add(new SkuFault(
                    Field.CODE, "编码 TAKEOVER 为系统保留", "the code TAKEOVER is reserved", "换一个编码", "choose another code"));
        }
        text(Field.NAME, content.name(), 120, faults);
        text(Field.CATEGORY, content.category(), 60, faults);
        text(Field.UNIT, content.unit(), 10, faults);
    }

    private static void text(Field field, String value, int longest, List<SkuFault> faults) {
        boolean clean = value.codePoints().noneMatch(Character::isISOControl);
        if (value.isBlank() || value.length() > longest || !clean) {
            faults.add(new SkuFault(
                    field,
                    field.zh() + "为空、过长或含控制字符",
                    field.en() + " is empty, too long or holds control characters",
                    "填写 1～" + longest + " 个字符",
                    "give 1 to " + longest + " characters"));
        }
    }

    private static void prices(SkuContent content, List<SkuFault> faults) {
        price(Field.LIST_PRICE, content.listPriceMinor(), faults);
        Long member = content.memberPriceMinor();
        if (member != null && price(Field.MEMBER_PRICE, member, faults) && member > content.listPriceMinor()) {
            faults.add(new SkuFault(
                    Field.MEMBER_PRICE,
                    "会员价高于零售价",
                    "the member price is above the list price",
                    "会员价不得高于零售价；无会员价请留空",
                    "lower it, or leave it empty when there is none"));
        }
    }

    private static boolean price(Field field, long minor, List<SkuFault> faults) {
        if (minor >= 0 && minor <= HIGHEST_PRICE_MINOR) {
            return true;
        }
        faults.add(priceOutOfRange(field));
        return false;
    }

    static SkuFault priceOutOfRange(Field field) {
        return new SkuFault(
                field,
                field.zh() + (field == Field.LIST_PRICE || field == Field.MEMBER_PRICE ? "为负数或过大" : "超出范围"),
                field.en() + " is negative or too high",
                "填写 0～1,000,000.00 之间的金额",
                "give an amount from 0 to 1,000,000.00");
    }

    private static void barcodes(SkuContent content, List<SkuFault> faults) {
        if (!content.barcodes().isEmpty() && !content.kind().hasBarcodes()) {
            faults.add(new SkuFault(
                    Field.BARCODES,
                    content.kind() + " 没有条码",
                    content.kind() + " has no barcodes",
                    "请留空",
                    "leave it empty"));
            return;
        }
        if (new HashSet<>(content.barcodes()).size() < content.barcodes().size()
                || content.barcodes().size() > MOST_BARCODES) {
            faults.add(new SkuFault(
                    Field.BARCODES,
                    "条码重复或超过 " + MOST_BARCODES + " 个",
                    "a barcode is named twice, or there are more than " + MOST_BARCODES,
                    "每个条码只写一次",
                    "name each once"));
        }
        for (String barcode : content.barcodes()) {
            if (!Barcode.isValid(barcode)) {
                faults.add(badBarcode(barcode));
            }
        }
    }

    private static SkuFault badBarcode(String barcode) {
        boolean digits = barcode.matches("\\d{8}|\\d{13}");
        String fixed = digits ? barcode.substring(0, barcode.length() - 1) + Barcode.checkDigit(barcode) : "";
        return new SkuFault(
                Field.BARCODES,
                "条码 " + shortened(barcode) + (digits ? " 校验位错误" : " 不是 EAN-13 或 EAN-8"),
                "the barcode " + shortened(barcode)
                        + (digits ? " has a wrong check digit" : " is neither EAN-13 nor EAN-8"),
                digits ? "请核对包装；若前几位无误，应为 " + fixed : "填写 13 位或 8 位数字（若表格显示为科学计数，请把该列设为文本）",
                digits
                        ? "compare it with the package; if the other digits are right it is " + fixed
                        : "give 13 or 8 digits (make the column text when the sheet shows 6.9E+12)");
    }

    private static void duration(SkuKind kind, @Nullable Integer minutes, List<SkuFault> faults) {
        boolean fits = kind == SkuKind.SERVICE ? minutes != null && minutes >= 1 && minutes <= 1440 : minutes == null;
        if (!fits) {
            faults.add(
                    kind == SkuKind.SERVICE
                            ? new SkuFault(
                                    Field.DURATION,
                                    "服务缺少时长或时长超出范围",
                                    "a service needs a duration",
                                    "填写 1～1440 分钟",
                                    "give 1 to 1440 minutes")
                            : new SkuFault(
                                    Field.DURATION,
                                    "只有服务才有时长",
                                    "only a service has a duration",
                                    "请留空",
                                    "leave it empty"));
        }
    }

    private static void card(SkuKind kind, @Nullable CardTerms terms, List<SkuFault> faults) {
        if (kind != SkuKind.CARD || terms == null) {
            if (kind == SkuKind.CARD || terms != null) {
                faults.add(new SkuFault(
                        Field.CARD_KIND,
                        "次卡/期限卡（且仅限卡）需要卡规则",
                        "a card, and only a card, needs card terms",
                        "次卡填次数，期限卡填有效天数；其他商品留空",
                        "give uses for a punch card, days for a period card, nothing for other products"));
            }
            return;
        }
        CardFaults.of(terms, faults);
    }

    private static void recharge(SkuContent content, List<SkuFault> faults) {
        String id = content.rechargePackageId();
        boolean fits = content.kind() == SkuKind.RECHARGE ? id != null && TypedId.isText(id) : id == null;
        if (!fits) {
            faults.add(new SkuFault(
                    Field.PACKAGE,
                    "充值商品（且仅限充值商品）需要充值方案编号",
                    "a recharge, and only a recharge, names a recharge package",
                    "填写会员中心的充值方案编号；其他商品留空",
                    "give the id of the recharge package; leave it empty for other products"));
        }
    }

    private static void scale(SkuContent content, List<SkuFault> faults) {
        ScaleItem scale = content.scale();
        if (scale == null) {
            return;
        }
        boolean fits = content.kind() == SkuKind.GOODS
                && scale.code() >= 1
                && scale.code() <= 999_999
                && scale.perGrams() >= 1
                && scale.perGrams() <= 100_000;
        if (!fits) {
            faults.add(new SkuFault(
                    Field.KIND,
                    "称重信息有误：仅商品可称重，秤编码 1～999999，计价重量 1～100000 克",
                    "the scale data is not valid",
                    "只给称重商品填写秤编码和计价重量（如每 500 克）",
                    "only goods have a scale code (1 to 999999) and grams per price (1 to 100000)"));
        }
    }

    private static void refuse(List<SkuFault> faults) {
        if (!faults.isEmpty()) {
            String reason = faults.stream()
                    .map(fault -> fault.field().label() + ": " + fault.reason() + " (" + fault.fix() + ")")
                    .collect(Collectors.joining("; "));
            throw SkuProblem.SKU_INVALID.with(
                    "reason",
                    reason,
                    "fields",
                    faults.stream().map(f -> f.field().en()).distinct().toList());
        }
    }

    static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
