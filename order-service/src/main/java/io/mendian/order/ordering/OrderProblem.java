package io.mendian.order.ordering;

import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a basket cannot be sold, or an order not be changed. */
public enum OrderProblem implements Problem {
    LINE_WITHOUT_PRODUCT(
            400, "第 {line} 行缺少商品：请给出 skuId 或 barcode", "Line {line} names no product: give its skuId or barcode"),
    SKU_NOT_ON_SALE(409, "“{name}”已下架，请从订单中移除", "“{name}” is not on sale; please remove it"),
    AMOUNT_STANDS_ALONE(409, "快捷收款需单独下单，且只能在收银台收取", "A quick receipt is an order of its own, taken at a till only"),
    RECHARGE_STANDS_ALONE(
            409,
            "储值充值需单独下单，一次一份，请移除其他商品",
            "A recharge is an order of its own, one at a time; please remove the other lines"),
    RECHARGE_NOT_ON_SALE(409, "储值套餐“{name}”已停售", "The recharge package “{name}” is no longer sold"),
    RECHARGE_BY_STORED_VALUE(409, "储值充值不能用余额支付", "A recharge cannot be paid by stored value"),
    MEMBER_NEEDED(409, "“{name}”只售给会员，请先识别会员", "“{name}” is sold to members only; please identify the member first"),
    MEMBER_CODE_NEEDED(
            409, "使用余额、积分或优惠券需要会员出示会员码", "Stored value, points and coupons need the member's code shown at the till"),
    PRICE_CHANGED(
            409,
            "价格有变化：原 {expectedMinor}，现 {payableMinor}，请确认后重新下单",
            "The price has changed from {expectedMinor} to {payableMinor}; please confirm and place again"),
    STORED_VALUE_TOO_MUCH(409, "余额支付不能超过应付 {payableMinor}", "Stored value may pay at most the {payableMinor} due"),
    PREPAID_BY_PREPAID(409, "礼品卡不能用余额或礼品卡购买", "A gift card cannot be bought with stored value or another gift card"),
    CARD_USE_FOR_SERVICES(
            409,
            "“{name}”不能划卡，只有收费的服务项目可以用次卡或期限卡支付",
            "“{name}” cannot be paid by a card: only services that cost something can"),
    CARD_USE_AND_EXCHANGE(
            400, "第 {line} 行不能同时划卡和积分兑换", "Line {line} cannot be paid by a card and exchanged for points"),
    PAY_AS_QUOTED(
            409,
            "此价格仅限{means}支付；改用其他方式应付 {otherwiseMinor}，请重新下单",
            "This price holds for payment by {payWith} only; otherwise {otherwiseMinor} are due: place a new order"),
    PROMOTION_SPENT(
            409,
            "促销名额刚刚用完：{expectedMinor}的报价已失效，现价 {payableMinor}，请确认后重新下单",
            "The promotion has just been used up: {expectedMinor} no longer holds, the price is {payableMinor} now; please"
                    + " confirm and place again"),
    REDEMPTION_NOT_FREE(409, "未能核销，还需支付 {payableMinor}。{why}", "Not redeemed: {payableMinor} are left to pay. {why}"),
    NO_QUOTE_STORED(
            409,
            "该订单没有保存计价信息（价格不涉及规则，或下单早于该功能），无法重新计价",
            "No quote is stored with this order: no rule touched its price, or it is older than that"),
    PAYMENT_TOO_LITTLE(409, "还差 {remainingMinor}未收，请补足后再结账", "{remainingMinor} are still to be paid"),
    CASH_TOO_LITTLE(
            409,
            "收到现金 {receivedMinor}，少于应收 {amountMinor}",
            "The cash received ({receivedMinor}) is less than the {amountMinor} due"),
    PAYMENT_NOT_NEEDED(409, "订单已无需再付款（状态 {status}）", "The order needs no more payment (it is {status})"),
    PAYMENT_TOO_MUCH(409, "收款超过待付金额，当前还需支付 {remainingMinor}", "That is more than the {remainingMinor} still due"),
    ORDER_BEING_PLACED(409, "订单正在处理，请稍后再试", "The order is still being placed; try again shortly"),
    ORDER_ALREADY_PAID(409, "订单已支付，不能取消，请走退款", "The order is paid and cannot be cancelled; refund it instead"),
    ORDER_CANCELLED(409, "订单已取消（{reason}），请重新下单", "The order was cancelled ({reason}); please place a new one"),
    ORDER_NOT_PAID(
            409,
            "订单未支付或已全部退款，不能退货",
            "Nothing of this order can be returned: it is not paid, or all of it has come back"),
    RETURNED_ALREADY(409, "这些商品或款项已退，请刷新订单", "These pieces or this money have gone back already; reload the order"),
    FULFILMENT_NOT_SO(
            409,
            "订单现在是“{fromText}”，不能直接变为“{toText}”，请刷新后按顺序操作",
            "The order is {from} and cannot become {to}; reload it and take the steps in their order"),
    RECIPIENT_NEEDED(
            400,
            "快递配送请填写收件人、电话和地址；自提和柜台不需要地址",
            "A delivery needs a recipient with phone and address; pickup and counter have none"),
    HANDING_FOR_GOODS(
            409, "“{name}”不能{handing}，请单独下单", "“{name}” cannot be fetched later or sent; please order it by itself"),
    PRESALE_IN_TWO(
            409,
            "预售订单分两次付清：当前应付 {dueMinor}（尾款自 {from} 起支付），请按此金额收款",
            "A pre-sale is paid in two steps: exactly {dueMinor} now, the balance from {from}"),
    PRESALE_SAY_WHO(
            409,
            "定金已付，请在预售订单中结束并说明原因（顾客放弃或商家违约）",
            "The deposit is paid: end it as a pre-sale, saying for whose reason"),
    TIP_MEANS(
            400,
            "小费只能收现金，或记账收款（请填写收款方式，如 POS 机）",
            "A tip is taken in cash, or booked with a label that says where it came in"),
    DEPENDENCY_FAILED(
            409,
            "下单时有服务不可用，订单已取消，请重新下单",
            "A service was unavailable while placing; the order was cancelled, please place a new one");

    /** The refusal of a means that the price was not made for. */
    static ProblemException payAsQuoted(List<TenderKind> payWith, long payableMinor, @Nullable Long otherwiseMinor) {
        return PAY_AS_QUOTED.with(
                "payWith",
                payWith.stream().map(TenderKind::name).collect(Collectors.joining(", ")),
                "means",
                payWith.stream().map(TenderKind::zh).collect(Collectors.joining("、")),
                "payableMinor",
                payableMinor,
                "otherwiseMinor",
                otherwiseMinor == null ? payableMinor : otherwiseMinor);
    }

    private final int status;
    private final String zh;
    private final String en;

    OrderProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
