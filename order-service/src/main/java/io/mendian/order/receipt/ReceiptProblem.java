package io.mendian.order.receipt;

import io.mendian.runtime.problem.Problem;

/** Why a receipt cannot be shown or printed. */
public enum ReceiptProblem implements Problem {
    RECEIPT_FONT_MISSING(
            409,
            "服务器没有中文字体，无法生成图片，请安装 Noto Sans CJK，或改用 html / escpos",
            "This server has no font for Chinese, so there is no picture: install Noto Sans CJK, or use html or escpos"),
    PRINTER_NOT_SET(
            409, "收银台“{till}”未设置打印机，请先设置网络打印机地址", "The till “{till}” has no printer; set its network address first"),
    PRINTER_ADDRESS_REFUSED(
            400, "打印机地址须为内网 IPv4，端口 {ports}", "A printer has a private IPv4 address and one of the ports {ports}"),
    PRINTER_UNREACHABLE(
            409, "打印机 {printer} 无响应，请检查电源和网络后重试", "The printer {printer} does not answer; check power and network"),
    PRINTER_NO_PAPER(409, "打印机 {printer} 缺纸，请换纸后重试", "The printer {printer} is out of paper; load paper and try again"),
    PRINT_UNCERTAIN(
            409,
            "打印机 {printer} 中途断开，小票可能未打完，请检查后补打",
            "The printer {printer} broke off; the receipt may be incomplete, look and print a copy"),
    RECEIPT_NOT_READY(409, "订单未支付，没有小票", "The order is not paid, there is no receipt yet");

    private final int status;
    private final String zh;
    private final String en;

    ReceiptProblem(int status, String zh, String en) {
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
