package io.mendian.order.payment.client;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay as a simulation has it: the same calls and failures, behind them a {@link Bank} that misbehaves on purpose. */
public final class SimulatedWeChatPay extends WeChatPay {

    private final Bank bank;

    public SimulatedWeChatPay(Bank bank, JsonMapper json, Clock clock) {
        super(new StandardEnvironment(), CircuitBreakerRegistry.ofDefaults(), json, clock);
        this.bank = bank;
    }

    /** What the simulation decides. */
    public interface Bank {

        String prepay(String outTradeNo, long amountMinor, Instant expiresAt);

        Paid charge(String outTradeNo, long amountMinor, Instant expiresAt);

        void reverse(String outTradeNo);

        Optional<Paid> query(String outTradeNo);

        boolean close(String outTradeNo);

        Back refund(String outTradeNo, String outRefundNo, long amountMinor);

        Optional<Back> queryRefund(String outRefundNo);
    }

    /** A payment. */
    public record Paid(
            String outTradeNo, String state, @Nullable String transactionId, long amountMinor) {

        public Trade trade() {
            return new Trade("app", "merchant", outTradeNo, state, transactionId, amountMinor, amountMinor, "CNY");
        }
    }

    /** A refund. */
    public record Back(String outRefundNo, String refundId, String status, long amountMinor) {

        ProviderRefund refund() {
            return new ProviderRefund(outRefundNo, refundId, status, amountMinor, amountMinor);
        }
    }

    /** No answer that can be trusted. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** No, for good. */
    public static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;

        public Refusal(String code) {
            super(code);
            this.code = code;
        }
    }

    private static <T> T said(Supplier<T> call) {
        try {
            return call.get();
        } catch (Lost e) {
            throw new WeChatPayUnknown("no answer", e);
        } catch (Refusal e) {
            throw new WeChatPayRefused(400, e.code, "refused");
        }
    }

    @Override
    public String jsapi(Prepay prepay, String openid) {
        return nativeCode(prepay);
    }

    @Override
    public String nativeCode(Prepay prepay) {
        return said(() -> bank.prepay(prepay.outTradeNo(), prepay.amountMinor(), prepay.expiresAt()));
    }

    @Override
    public JsapiCall call(String prepayId) {
        return new JsapiCall("app", "0", "nonce", "prepay_id=" + prepayId, "RSA", "sign");
    }

    @Override
    public Trade charge(Prepay prepay, String authCode, String storeId) {
        return said(() -> bank.charge(prepay.outTradeNo(), prepay.amountMinor(), prepay.expiresAt()))
                .trade();
    }

    @Override
    public void reverse(String outTradeNo) {
        Object ignored = said(() -> {
            bank.reverse(outTradeNo);
            return outTradeNo;
        });
    }

    @Override
    public Optional<Trade> query(String outTradeNo) {
        return said(() -> bank.query(outTradeNo)).map(Paid::trade);
    }

    @Override
    public boolean close(String outTradeNo) {
        try {
            return bank.close(outTradeNo);
        } catch (Lost e) {
            throw new WeChatPayUnknown("no answer", e);
        } catch (Refusal e) {
            return !e.code.equals("ORDERPAID"); // the others say that nobody can pay it
        }
    }

    @Override
    public ProviderRefund refund(RefundWish wish) {
        return said(() -> bank.refund(wish.outTradeNo(), wish.outRefundNo(), wish.amountMinor()))
                .refund();
    }

    @Override
    public Optional<ProviderRefund> queryRefund(String outRefundNo) {
        return said(() -> bank.queryRefund(outRefundNo)).map(Back::refund);
    }

    @Override
    public boolean isOurs(Trade trade) {
        return trade.merchantId().equals("merchant");
    }
}
