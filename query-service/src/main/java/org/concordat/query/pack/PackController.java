package org.concordat.query.pack;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.concordat.api.PersonId;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.identity.ErrorBody;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.proving.Checkpoints;
import org.concordat.query.proving.Refusal;
import org.concordat.query.proving.Sight;
import org.concordat.query.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Evidence to take away, for whoever may read what it is of; docs/auditing.md. */
@RestController
class PackController {

    private static final Logger LOG = LoggerFactory.getLogger(PackController.class);
    private static final int AT_ONCE = 2;

    private final Packs packs;
    private final Sight sight;
    private final Moments moments;
    private final Trail trail;
    private final Semaphore free = new Semaphore(AT_ONCE);

    PackController(Packs packs, Sight sight, Moments moments, Trail trail) {
        this.packs = packs;
        this.sight = sight;
        this.moments = moments;
        this.trail = trail;
    }

    @GetMapping("/evidence") void pack(@RequestParam(required = false) @Nullable String partnership,
            @RequestParam(required = false) @Nullable String decision, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable List<Long> held,
            Principal caller, HttpServletResponse response) throws IOException {
        Question question = Question.of(partnership, decision, from, to, held == null ? List.of() : held);
        PersonId person = new PersonId(caller.getName());
        if (!sight.sees(question.partnership(), person.value())) throw Refusal.notFound();
        PartnershipView now = moments.now(question.partnership());
        if (question.decision() != null && now.decisions().decision(question.decision()) == null) throw Refusal.notFound();
        if (!sight.mayRead(now, person, question.target())) throw Refusal.notFound();
        if (!free.tryAcquire()) throw new Refusal(503, "BUSY", "As many packs are being made as may be at once; ask again in a moment.");
        try {
            answer(question, person, response);
        } finally {
            free.release();
        }
    }

    private void answer(Question question, PersonId person, HttpServletResponse response) throws IOException {
        Checkpoints.Signed head = packs.head();
        recorded(question, person);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + question.target() + ".zip\"");
        response.setHeader("Cache-Control", "no-store");
        long begun = System.nanoTime();
        packs.write(question, person, head, response.getOutputStream());
        LOG.info("Pack of {} at {} entries made in {} ms.", question.target(), head.head().size(), (System.nanoTime() - begun) / 1_000_000);
    }

    /** Before the first byte: what is not on the trail is not taken out. */
    private void recorded(Question question, PersonId person) {
        try {
            trail.export(person, question.partnership(), "pack", question.target());
        } catch (ApiRefusal unrecorded) {
            throw new Refusal(503, unrecorded.code().name(), unrecorded.sentence());
        }
    }

    @ExceptionHandler void refused(Refusal why, HttpServletResponse response) throws IOException {
        ErrorBody.write(response, why.status(), why.code(), why.sentence());
    }

    @ExceptionHandler void malformed(MethodArgumentTypeMismatchException why, HttpServletResponse response) throws IOException {
        ErrorBody.write(response, 400, "BAD_INPUT", "The value of " + why.getName() + " cannot be read: days are yyyy-MM-dd, sizes whole numbers.");
    }
}
