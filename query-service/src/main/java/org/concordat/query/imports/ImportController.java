package org.concordat.query.imports;

import org.concordat.query.api.Refused;
import org.concordat.query.identity.Excerpt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.api.CommonRejection;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.PartnershipId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for a plan in a file; docs/import-format.md shows its answers. */
@RestController
@RequestMapping("/imports")
class ImportController {

    private final Imports imports;
    private final PlanAsImported plans;

    ImportController(Imports imports, PlanAsImported plans) {
        this.imports = imports;
        this.plans = plans;
    }

    @PostMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml", "application/json"})
    ResponseEntity<Object> take(HttpServletRequest request, Principal caller) throws IOException {
        // Refused before its first byte is asked for, or, where its length is not announced, one byte beyond the limit.
        if (request.getContentLengthLong() > PlanFileReader.LARGEST) {
            return answer(new ImportAnswer.Invalid(List.of(SourceText.TOO_LARGE)));
        }
        byte[] file = request.getInputStream().readNBytes(PlanFileReader.LARGEST + 1);
        return answer(imports.take(file, new PersonId(caller.getName()), Progress.SILENT));
    }

    @GetMapping("/{partnershipId}")
    ResponseEntity<Object> standing(@PathVariable String partnershipId) {
        return found(partnershipId).<ResponseEntity<Object>>map(state -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("fileHash", state.fileHash().orElse(null));
            body.put("done", state.done());
            body.put("total", state.total());
            body.put("finished", state.finished());
            return ResponseEntity.ok(body);
        }).orElseGet(() -> refused(new CommonRejection.NotFound("partnership")));
    }

    private Optional<PlanAsImported.State> found(String id) {
        try {
            return plans.of(new PartnershipId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ResponseEntity<Object> answer(ImportAnswer answer) {
        return switch (answer) {
            case ImportAnswer.Imported done -> ResponseEntity.status(201).body(done);
            case ImportAnswer.AlreadyImported same -> ResponseEntity.ok(Map.of("partnership", same.partnership(),
                "fileHash", same.fileHash(), "commands", same.commands(), "message", "already imported"));
            case ImportAnswer.Invalid bad -> ResponseEntity.unprocessableContent()
                .body(Map.of("code", "INVALID_PLAN", "errors", bad.problems()));
            case ImportAnswer.Differs other -> ResponseEntity.status(409).body(Map.of("code", "PLAN_DIFFERS",
                "message", other.message(), "differences", other.differences()));
            case ImportAnswer.Stopped early when early.done() == 0 -> refused(early.rejection());
            case ImportAnswer.Stopped half -> ResponseEntity.status(status(half.rejection())).body(Map.of(
                "code", half.rejection().code(), "done", half.done(), "total", half.total(),
                "message", Excerpt.in(half.rejection().sentence()) + " The import is unfinished; the same file completes it."));
        };
    }

    private static ResponseEntity<Object> refused(Rejection rejection) {
        return ResponseEntity.status(status(rejection))
            .body(Map.of("code", rejection.code(), "message", Excerpt.in(rejection.sentence())));
    }

    private static int status(Rejection rejection) {
        return switch (rejection.kind()) {
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case NOT_AUTHORISED -> 403;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
    }
}
