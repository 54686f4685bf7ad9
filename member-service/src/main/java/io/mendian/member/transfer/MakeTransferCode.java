package io.mendian.member.transfer;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.transaction.annotation.Transactional;

/** Makes the code by which somebody takes an offered transfer, for its giver; shown once, the one before ends. */
@UseCase
public class MakeTransferCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long CODES = 1_000_000_000_000L;

    private final Transfers transfers;

    MakeTransferCode(Transfers transfers) {
        this.transfers = transfers;
    }

    @Transactional
    public TransferView.Code make(MemberKey from, long id) {
        TransferRow transfer = transfers
                .lock(id)
                .filter(known -> known.from().equals(from))
                .orElseThrow(TransferProblem.TRANSFER_UNKNOWN::with);
        if (transfer.status() != TransferStatus.OFFERED) {
            throw TransferProblem.TRANSFER_ENDED.with(
                    "status", transfer.status().name());
        }
        String code = String.format(Locale.ROOT, "%012d", RANDOM.nextLong(CODES));
        transfers.setCode(transfer, code);
        return new TransferView.Code(Long.toString(id), code);
    }
}
