package io.mendian.order.catalogue;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** One thing wrong with a product: where, what, and how to mend it, in both languages. */
record SkuFault(Field field, String zh, String en, String fixZh, String fixEn) {

    /** The text in the caller's language. */
    static String text(String zh, String en) {
        return isEnglish() ? en : zh;
    }

    static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    String reason() {
        return text(zh, en);
    }

    String fix() {
        return text(fixZh, fixEn);
    }

    /** The fields of a product by their names in JSON and their column headers. */
    enum Field {
        CODE("code", "编码"),
        KIND("kind", "类型"),
        NAME("name", "名称"),
        CATEGORY("category", "分类"),
        UNIT("unit", "单位"),
        LIST_PRICE("listPrice", "零售价"),
        MEMBER_PRICE("memberPrice", "会员价"),
        BARCODES("barcodes", "条码"),
        DURATION("durationMinutes", "时长"),
        CARD_KIND("cardKind", "卡类型"),
        USES("uses", "次数"),
        VALID_DAYS("validDays", "有效天数"),
        SERVICES("services", "适用服务"),
        STORES("stores", "适用门店"),
        PACKAGE("rechargePackage", "充值方案"),
        ACTIVE("active", "上架"),
        ROW("row", "整行");

        private final String en;
        private final String zh;

        Field(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        String en() {
            return en;
        }

        String zh() {
            return zh;
        }

        /** The name in the caller's language. */
        String label() {
            return text(zh, en);
        }
    }
}
