package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads of transfers. */
@Component
public class TransferQueries {

    private final Transfers transfers;

    TransferQueries(Transfers transfers) {
        this.transfers = transfers;
    }

    /** What a member gave and took, the newest first, at most 200. */
    public List<TransferView> ofMember(MemberKey member) {
        return transfers.ofMember(member).stream()
                .map(transfer -> transfer.seenBy(member))
                .toList();
    }
}
