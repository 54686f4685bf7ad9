package io.mendian.simulators.pay;

import io.mendian.simulators.keys.ProviderKeys;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and checks the parameters of a request as the provider does. */
record Fields(JsonNode body, ProviderKeys keys) {

    private static final Pattern OUT_TRADE_NO = Pattern.compile("[0-9A-Za-z_\\-*]{6,32}");
    private static final Pattern OUT_REFUND_NO = Pattern.compile("[0-9A-Za-z_\\-|*@]{1,64}");

    /** The merchant and the app must be ours. */
    Fields checkMerchant() {
        if (!text("mchid", 32).equals(keys.merchant().id())
                || !text("appid", 32).equals(keys.app().id())) {
            throw new PayRefusal(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
        }
        return this;
    }

    String outTradeNo() {
        return matching("out_trade_no", OUT_TRADE_NO);
    }

    String outRefundNo() {
        return matching("out_refund_no", OUT_REFUND_NO);
    }

    /** A text that must be there. */
    String text(String name, int longest) {
        String value = optional(name, longest);
        if (value.isBlank()) {
            throw PayRefusal.parameter("输入源“/body/" + name + "”映射到值字段规则校验失败：缺少必填参数");
        }
        return value;
    }

    String optional(String name, int longest) {
        JsonNode node = body.at("/" + name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString() || node.stringValue().length() > longest) {
            throw PayRefusal.parameter("输入源“/body/" + name + "”映射到值字段规则校验失败");
        }
        return node.stringValue();
    }

    /** Whole fen above zero: 600.0 is no whole number here. */
    long fen(String name) {
        JsonNode node = body.at("/" + name);
        if (!node.isIntegralNumber() || node.longValue() < 1) {
            throw PayRefusal.parameter("输入源“/body/" + name + "”映射到数值字段规则校验失败");
        }
        return node.longValue();
    }

    void checkCurrency(boolean mustBeThere) {
        String currency = mustBeThere ? text("amount/currency", 16) : optional("amount/currency", 16);
        if (!currency.isEmpty() && !currency.equals("CNY")) {
            throw PayRefusal.parameter("输入源“/body/amount/currency”映射到值字段规则校验失败");
        }
    }

    /** A reachable address without a query. The provider also insists on https; a test on one machine cannot. */
    String notifyUrl(boolean mustBeThere) {
        String url = mustBeThere ? text("notify_url", 255) : optional("notify_url", 255);
        if (url.isEmpty()) {
            return url;
        }
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null
                    && uri.getRawQuery() == null
                    && String.valueOf(uri.getScheme()).startsWith("http")) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw PayRefusal.parameter("notify_url不是合法的url: " + e.getMessage());
        }
        throw PayRefusal.parameter("notify_url必须为可访问的url且不能携带参数");
    }

    @Nullable
    Instant expiry(Instant now) {
        String text = optional("time_expire", 64);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isAfter(now)) {
                return at;
            }
        } catch (DateTimeException e) {
            throw PayRefusal.parameter("time_expire格式错误，应为rfc3339");
        }
        throw PayRefusal.parameter("time_expire时间过短，刷卡至少1分钟，其他5分钟");
    }

    private String matching(String name, Pattern pattern) {
        String value = text(name, 64);
        if (!pattern.matcher(value).matches()) {
            throw PayRefusal.parameter("输入源“/body/" + name + "”映射到值字段规则校验失败");
        }
        return value;
    }
}
