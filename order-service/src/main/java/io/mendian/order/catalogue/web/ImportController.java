package io.mendian.order.catalogue.web;

import io.mendian.order.catalogue.ImportReport;
import io.mendian.order.catalogue.ImportSkus;
import io.mendian.order.catalogue.ImportTemplate;
import io.mendian.order.catalogue.SkuProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Products from a spreadsheet. */
@RestController
class ImportController {

    /** What happens to the good rows when there are bad ones. */
    enum Mode {
        GOOD_ROWS,
        ALL_OR_NOTHING
    }

    private final ImportSkus importSkus;

    ImportController(ImportSkus importSkus) {
        this.importSkus = importSkus;
    }

    // no Idempotency-Key: codes are unique and the same file again changes nothing, for ever and not for seven days
    @ChainWide
    @PostMapping("/hq/v1/skus/import")
    @Allow(Right.CATALOGUE_WRITE)
    @Operation(
            summary = "Import products from CSV or XLSX",
            description =
                    "Part 'file', at most 20 MB and 50,000 rows; CSV in UTF-8 or GB18030. Headers in English or Chinese, see"
                            + " the template; code, kind, name and listPrice must be there; prices in currency units (12.50). With dryRun"
                            + " nothing is saved and every bad row is listed with column, reason and fix. mode GOOD_ROWS saves the good"
                            + " rows; ALL_OR_NOTHING saves only when all are good. 400 IMPORT_FILE_UNREADABLE, 413 IMPORT_TOO_LARGE.")
    ImportReport run(
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "good-rows") String mode)
            throws IOException {
        if (file == null) {
            throw SkuProblem.IMPORT_FILE_UNREADABLE.with("reason", "multipart/form-data, file = ?");
        }
        Mode chosen = Mode.valueOf(mode.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        return importSkus.run(file.getBytes(), dryRun, chosen == Mode.ALL_OR_NOTHING);
    }

    @GetMapping("/hq/v1/skus/import/template")
    @Allow(Right.CATALOGUE_READ)
    @Operation(
            summary = "The table to fill in",
            description = "CSV with all columns, in the caller's language, and examples.")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mendian-products.csv\"")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(ImportTemplate.csv());
    }
}
