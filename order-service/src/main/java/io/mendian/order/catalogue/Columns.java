package io.mendian.order.catalogue;

import io.mendian.order.catalogue.SheetRow.SheetCell;
import io.mendian.order.catalogue.SkuFault.Field;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column of an import holds which field, found by English or Chinese header names. */
record Columns(Map<Field, Integer> positions, List<String> ignored) {

    private static final Map<Field, Set<String>> NAMES = Map.ofEntries(
            Map.entry(Field.CODE, Set.of("code", "sku", "skucode", "编码", "商品编码", "货号")),
            Map.entry(Field.KIND, Set.of("kind", "type", "类型", "商品类型")),
            Map.entry(Field.NAME, Set.of("name", "名称", "商品名称", "品名")),
            Map.entry(Field.CATEGORY, Set.of("category", "分类", "类别", "商品分类")),
            Map.entry(Field.UNIT, Set.of("unit", "单位")),
            Map.entry(Field.LIST_PRICE, Set.of("listprice", "price", "零售价", "价格", "售价")),
            Map.entry(Field.MEMBER_PRICE, Set.of("memberprice", "会员价")),
            Map.entry(Field.BARCODES, Set.of("barcodes", "barcode", "ean", "条码", "条形码", "商品条码")),
            Map.entry(Field.DURATION, Set.of("durationminutes", "duration", "minutes", "时长", "服务时长", "时长分钟")),
            Map.entry(Field.CARD_KIND, Set.of("cardkind", "卡类型")),
            Map.entry(Field.USES, Set.of("uses", "次数", "可用次数")),
            Map.entry(Field.VALID_DAYS, Set.of("validdays", "days", "有效天数", "天数")),
            Map.entry(Field.SERVICES, Set.of("services", "适用服务", "服务编码")),
            Map.entry(Field.STORES, Set.of("stores", "适用门店", "门店编码")),
            Map.entry(Field.PACKAGE, Set.of("rechargepackage", "rechargepackageid", "充值方案", "充值方案编号")),
            Map.entry(Field.ACTIVE, Set.of("active", "上架", "在售", "启用")));

    private static final List<Field> REQUIRED = List.of(Field.CODE, Field.KIND, Field.NAME, Field.LIST_PRICE);

    static Columns of(SheetRow header) {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String title = header.cell(i).text();
            Field field = fieldOf(title);
            if (field == null) {
                if (!title.isBlank()) {
                    ignored.add(SkuRules.shortened(title));
                }
            } else if (positions.putIfAbsent(field, i) != null) {
                throw Sheet.unreadable(
                        "“" + field.zh() + "”列出现两次", "the column '" + field.en() + "' stands there twice");
            }
        }
        String missing = REQUIRED.stream()
                .filter(field -> !positions.containsKey(field))
                .map(field -> field.zh() + " (" + field.en() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Sheet.unreadable(
                    "第一行缺少列：" + missing + "；可先下载模板",
                    "the first row lacks the columns " + missing + "; see the template");
        }
        return new Columns(positions, ignored);
    }

    boolean has(Field field) {
        return positions.containsKey(field);
    }

    SheetCell cell(SheetRow row, Field field) {
        Integer position = positions.get(field);
        return position == null ? SheetCell.EMPTY : row.cell(position);
    }

    private static @org.jspecify.annotations.Nullable Field fieldOf(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_*()\\-:/]", "");
        for (Map.Entry<Field, Set<String>> entry : NAMES.entrySet()) {
            if (entry.getValue().contains(plain)) {
                return entry.getKey();
            }
        }
        return null;
    }
}
