package io.mendian.order.receipt;

import org.springframework.stereotype.Component;

/** A receipt as a file. */
@Component
public class ReceiptFiles {

    /** One page without scripts. */
    public String html(Receipt receipt, Paper paper) {
        return Html.of(receipt, paper);
    }

    /** The paper as a picture; refuses where this machine has no font for Chinese. */
    public byte[] png(Receipt receipt, Paper paper) {
        return Png.of(receipt, paper).orElseThrow(ReceiptProblem.RECEIPT_FONT_MISSING::with);
    }

    /** What a receipt printer understands, in GBK. */
    public byte[] escPos(Receipt receipt, Paper paper, boolean drawer) {
        return EscPos.of(receipt, paper, drawer);
    }
}
