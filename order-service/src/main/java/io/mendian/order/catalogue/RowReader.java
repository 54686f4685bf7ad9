package io.mendian.order.catalogue;

import io.mendian.order.catalogue.SheetRow.SheetCell;
import io.mendian.order.catalogue.SkuFault.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the typed values of one row; whatever cannot be read becomes a fault of that cell. */
final class RowReader {

    private static final Map<String, SkuKind> KINDS = Map.ofEntries(
            Map.entry("GOODS", SkuKind.GOODS),
            Map.entry("商品", SkuKind.GOODS),
            Map.entry("SERVICE", SkuKind.SERVICE),
            Map.entry("服务", SkuKind.SERVICE),
            Map.entry("CARD", SkuKind.CARD),
            Map.entry("卡", SkuKind.CARD),
            Map.entry("次卡", SkuKind.CARD),
            Map.entry("期限卡", SkuKind.CARD),
            Map.entry("RECHARGE", SkuKind.RECHARGE),
            Map.entry("充值", SkuKind.RECHARGE),
            Map.entry("GIFT", SkuKind.GIFT),
            Map.entry("赠品", SkuKind.GIFT));

    private static final Map<String, Boolean> YES_NO = Map.ofEntries(
            Map.entry("TRUE", true),
            Map.entry("YES", true),
            Map.entry("Y", true),
            Map.entry("1", true),
            Map.entry("是", true),
            Map.entry("上架", true),
            Map.entry("FALSE", false),
            Map.entry("NO", false),
            Map.entry("N", false),
            Map.entry("0", false),
            Map.entry("否", false),
            Map.entry("下架", false));

    private final Columns columns;
    private final SheetRow row;
    private final int priceDigits;
    private final List<SkuFault> faults = new ArrayList<>();

    RowReader(Columns columns, SheetRow row, int priceDigits) {
        this.columns = columns;
        this.row = row;
        this.priceDigits = priceDigits;
        for (Field field : columns.positions().keySet()) {
            if (columns.cell(row, field).formula()) {
                faults.add(new SkuFault(
                        field, "单元格是公式", "the cell holds a formula", "请复制后“选择性粘贴为值”", "copy it and paste as values"));
            }
        }
    }

    List<SkuFault> faults() {
        return faults;
    }

    String text(Field field) {
        return Normalizer.normalize(columns.cell(row, field).text(), Normalizer.Form.NFC);
    }

    List<String> list(Field field) {
        return Arrays.stream(plain(field).split("[\\s|;,、]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Nullable
    SkuKind kind() {
        String word = plain(Field.KIND).toUpperCase(Locale.ROOT);
        SkuKind kind = KINDS.get(word);
        if (kind == null) {
            fault(
                    Field.KIND,
                    word.isEmpty() ? "类型为空" : "未知类型“" + SkuRules.shortened(word) + "”",
                    word.isEmpty() ? "the kind is empty" : "unknown kind '" + SkuRules.shortened(word) + "'",
                    "填写 商品/服务/次卡/期限卡/充值/赠品",
                    "give GOODS, SERVICE, CARD, RECHARGE or GIFT");
        }
        return kind;
    }

    /** PUNCH or PERIOD, as said in its own column, in the kind, or by the presence of uses. */
    String cardKind() {
        String word = plain(Field.CARD_KIND).toUpperCase(Locale.ROOT);
        String kind = plain(Field.KIND);
        if (word.isEmpty()) {
            boolean counts = kind.equals("次卡")
                    || (!kind.equals("期限卡") && !plain(Field.USES).isEmpty());
            return counts ? "PUNCH" : "PERIOD";
        }
        return switch (word) {
            case "次卡" -> "PUNCH";
            case "期限卡" -> "PERIOD";
            default -> word;
        };
    }

    /** An amount of money in the smallest unit; null when empty or unreadable. */
    @Nullable
    Long price(Field field) {
        String text = plain(field).replaceAll("^[¥$€]|元$", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        String digits = text.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
        if (!digits.matches("-?\\d{1,15}(\\.\\d{0,20})?([eE]\\+?\\d{1,2})?")) {
            fault(
                    field,
                    "“" + SkuRules.shortened(text) + "”不是金额",
                    "'" + SkuRules.shortened(text) + "' is no amount",
                    "填写数字，例如 12.50",
                    "give a number such as 12.50");
            return null;
        }
        BigDecimal minor = new BigDecimal(digits).movePointRight(priceDigits);
        if (minor.signum() < 0 || minor.compareTo(BigDecimal.valueOf(SkuRules.HIGHEST_PRICE_MINOR)) > 0) {
            faults.add(SkuRules.priceOutOfRange(field));
            return null;
        }
        if (minor.stripTrailingZeros().scale() > 0) {
            fault(
                    field,
                    "金额小数位过多",
                    "the amount has too many decimals",
                    "最多 " + priceDigits + " 位小数",
                    "give at most " + priceDigits + " decimals");
            return null;
        }
        return minor.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    @Nullable
    Integer whole(Field field) {
        String text = plain(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            fault(
                    field,
                    "“" + SkuRules.shortened(text) + "”不是整数",
                    "'" + SkuRules.shortened(text) + "' is no whole number",
                    "填写不带小数的正整数",
                    "give a whole number");
            return null;
        }
        return Integer.valueOf(text);
    }

    boolean yes(Field field, boolean otherwise) {
        String text = plain(field).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return otherwise;
        }
        Boolean answer = YES_NO.get(text);
        if (answer == null) {
            fault(field, "既不是“是”也不是“否”", "it is neither yes nor no", "填写 是 或 否", "give yes or no");
            return otherwise;
        }
        return answer;
    }

    void fault(Field field, String zh, String en, String fixZh, String fixEn) {
        // a formula is said once; what its text looks like matters no more
        if (!columns.cell(row, field).formula()) {
            faults.add(new SkuFault(field, zh, en, fixZh, fixEn));
        }
    }

    private String plain(Field field) {
        SheetCell cell = columns.cell(row, field);
        return Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
    }
}
