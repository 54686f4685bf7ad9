package io.mendian.order.catalogue;

import io.mendian.runtime.problem.Problem;

/** What can be wrong with a product. */
public enum SkuProblem implements Problem {
    SKU_NOT_FOUND(404, "找不到商品 {skus}", "No such product: {skus}"),
    SKU_BARCODE_UNKNOWN(
            404,
            "没有条码为 {barcode} 的商品，请检查条码或先建档",
            "No product has the barcode {barcode}; check it or add the product first"),
    SKU_INVALID(400, "商品资料有误：{reason}", "The product is not valid: {reason}"),
    SKU_CODE_TAKEN(409, "商品编码 {code} 已被使用，请换一个", "The product code {code} is taken; choose another"),
    SKU_BARCODE_TAKEN(409, "条码 {barcode} 已属于商品 {owner}", "The barcode {barcode} already belongs to product {owner}"),
    SCALE_CODE_TAKEN(409, "秤编码 {scaleCode} 已被其他商品使用", "The scale code {scaleCode} belongs to another product"),
    SCALE_LAYOUT_INVALID(400, "秤码格式 {pattern} 有误：{reason}", "The label layout {pattern} is not valid: {reason}"),
    SCALE_LABEL_BAD(
            400, "秤码 {barcode} 有误：{reason}，请重新打印标签", "The scale label {barcode} is wrong: {reason}; print it again"),
    SKU_CHANGED_MEANWHILE(
            409,
            "该商品刚被他人修改（当前版本 {version}），请刷新后再改",
            "Somebody changed this product meanwhile (version is now {version}); reload and try again"),
    IMPORT_FILE_UNREADABLE(400, "无法读取导入文件：{reason}", "The import file cannot be read: {reason}"),
    IMPORT_TOO_LARGE(413, "导入文件过大：{reason}", "The import file is too large: {reason}");

    private final int status;
    private final String zh;
    private final String en;

    SkuProblem(int status, String zh, String en) {
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
