package org.concordat.query.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.PersonId;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Refused;
import org.concordat.query.identity.Excerpt;
import org.concordat.query.trail.Trail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the directory, for the programme office; no answer and no log repeats a name but the one that was asked for. */
@RestController
@RequestMapping("/directory/{person}")
class DirectoryDoor {

    private final Directory directory;
    private final DirectoryKeepers keepers;
    private final Trail trail;

    DirectoryDoor(Directory directory, DirectoryKeepers keepers, Trail trail) {
        this.directory = directory;
        this.keepers = keepers;
        this.trail = trail;
    }

    @GetMapping ResponseEntity<Object> read(@PathVariable String person, Principal caller) {
        PersonId id = keepers.mayKeep(caller.getName(), person);
        return directory.nameOf(id).<ResponseEntity<Object>>map(name ->
                ResponseEntity.ok().header("Cache-Control", "no-store").body(Map.of("person", id.value(), "name", name)))
                .orElseThrow(() -> new Refused(new NotFound("name of " + id)));
    }

    @PutMapping(consumes = "application/json")
    ResponseEntity<Object> enter(@PathVariable String person, Principal caller, HttpServletRequest request) throws IOException {
        PersonId id = keepers.mayKeep(caller.getName(), person);
        directory.enter(id, PersonName.in(request.getInputStream().readNBytes(PersonName.LARGEST + 1)));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping ResponseEntity<Object> forget(@PathVariable String person, Principal caller) {
        DirectoryKeepers.Kept kept = keepers.keptEverywhere(caller.getName(), person);
        kept.in().forEach(partnership -> trail.forgetting(kept.by(), partnership, kept.person()));
        directory.forget(kept.person());
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler ResponseEntity<Object> refused(Refused refused) {
        int status = switch (refused.rejection().kind()) {
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case NOT_AUTHORISED -> 403;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
        return ResponseEntity.status(status)
                .body(Map.of("code", refused.rejection().code(), "message", Excerpt.in(refused.rejection().sentence())));
    }

    @ExceptionHandler ResponseEntity<Object> unrecorded(ApiRefusal refusal) {
        return ResponseEntity.status(503).body(Map.of("code", refusal.code().name(), "message", refusal.sentence()));
    }
}
