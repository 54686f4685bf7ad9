package io.mendian.member.prepaid;

import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Gives free again what a refund had set aside; one that is gone, was paid out, or never was, stays as it is. */
@UseCase
public class ReleaseAssetRefund {

    private final AssetRefunds refunds;
    private final EndAssetRefunds end;
    private final WalletLedger wallet;

    ReleaseAssetRefund(AssetRefunds refunds, EndAssetRefunds end, WalletLedger wallet) {
        this.refunds = refunds;
        this.end = end;
        this.wallet = wallet;
    }

    @Transactional
    public void release(String refundId) {
        for (AssetRefundRow row : refunds.ofRefund(refundId)) {
            if (row.status() == AssetRefundStatus.HELD) {
                wallet.lockFree(row.member());
                end.release(row);
            }
        }
    }
}
