package io.mendian.member.member.web;

import io.mendian.member.member.ImportMembers;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberImportController {

    private final ImportMembers members;

    MemberImportController(ImportMembers members) {
        this.members = members;
    }

    @ChainWide
    @PostMapping("/hq/v1/members/import")
    @Allow(Right.MEMBERS_IMPORT)
    @Operation(
            summary = "Takes members over from an old system",
            description =
                    "1 to 500 rows {source, externalRef, phone?, name?, joinedAt, storeId?}; joinedAt with offset. One answer per row, in order: memberKey and created, or reason. A (source, externalRef) or phone known before is the same member: repeating changes nothing.")
    List<ImportMembers.Imported> take(@RequestBody @NotEmpty @Size(max = 500) List<ImportMembers.Incoming> rows) {
        return members.take(rows);
    }
}
