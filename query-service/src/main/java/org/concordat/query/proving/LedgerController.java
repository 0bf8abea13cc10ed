package org.concordat.query.proving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concordat.proof.Note;
import org.concordat.query.identity.ErrorBody;
import org.concordat.query.ledger.Proofs;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The record as a tiled transparency log (C2SP tlog-tiles), for whoever is signed in; docs/ledger-format.md. */
@RestController
@RequestMapping("/ledger")
class LedgerController {

    private static final int LARGEST_NOTE = 64 * 1024;
    private static final MediaType NOTE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    /** Nothing under an address of a tile ever changes; who may see a bundle may, so no shared memory keeps it. */
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Proofs proofs;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final Bundles bundles;
    private final Sight sight;
    private final SelfCheck check;

    LedgerController(Proofs proofs, Checkpoints checkpoints, Cosignatures cosignatures, Sight sight, SelfCheck check) {
        this.proofs = proofs;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.bundles = new Bundles(proofs);
        this.sight = sight;
        this.check = check;
    }

    /** The newest, with what partners added to it. */
    @GetMapping("/checkpoint") ResponseEntity<String> checkpoint() {
        Checkpoints.Signed signed = checkpoints.current().orElseThrow(() ->
                new Refusal(404, "NOTHING_SIGNED", "No checkpoint has been signed: this process has no key."));
        List<Note.Line> lines = cosignatures.over(signed.head()).stream().map(c -> line(c.line())).distinct().toList();
        return ResponseEntity.ok().contentType(NOTE).cacheControl(CacheControl.noStore()).body(signed.note().with(lines).toString());
    }

    private static Note.Line line(String line) {
        return Note.parse("\n\n" + line + "\n").signatures().getFirst();
    }

    @GetMapping("/tile/{*path}") ResponseEntity<byte[]> tile(@PathVariable String path, Principal caller) {
        TilePath tile = TilePath.parse(path.substring(1)).filter(t -> t.within(proofs.size())).orElseThrow(Refusal::notFound);
        byte[] bytes = tile.entries() ? entries(tile, caller.getName()) : bundles.hashes(tile);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(FOR_EVER).body(bytes);
    }

    private byte[] entries(TilePath tile, String person) {
        Bundles.Bundle bundle = bundles.entries(tile);
        if (!bundle.of().stream().allMatch(id -> sight.sees(id, person))) throw Refusal.notFound();
        return bundle.bytes();
    }

    @PostMapping("/cosignatures") ResponseEntity<Object> cosign(HttpServletRequest request, Principal caller) throws IOException {
        byte[] note = request.getInputStream().readNBytes(LARGEST_NOTE + 1);
        if (note.length > LARGEST_NOTE) throw new Refusal(413, "TOO_LARGE", "A checkpoint with cosignatures has at most 64 KiB.");
        List<Map<String, String>> taken = cosignatures.take(new String(note, StandardCharsets.UTF_8), caller.getName()).stream()
                .map(c -> Map.of("partner", c.partner().value(), "size", Long.toString(c.size()), "at", c.at().toString())).toList();
        return ResponseEntity.ok(Map.of("vouchedFor", taken));
    }

    /** Begins a whole self-check, or lets the one under way go on without its pauses; the answer does not wait for it. */
    @PostMapping("/self-check") ResponseEntity<Object> check(Principal caller) {
        if (sight.seen(caller.getName()).isEmpty()) throw Refusal.notFound();
        check.now();
        return ResponseEntity.accepted().body(Map.of("message", "The record is being checked; ledger.selfCheck says what is found."));
    }

    @ExceptionHandler void refused(Refusal why, HttpServletResponse response) throws IOException {
        ErrorBody.write(response, why.status(), why.code(), why.sentence());
    }
}
