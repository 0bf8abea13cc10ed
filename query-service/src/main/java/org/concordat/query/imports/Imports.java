package org.concordat.query.imports;

import org.concordat.query.api.Refused;
import java.util.List;
import java.util.Optional;
import org.concordat.api.CommonRejection;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.PartnershipRejection;
import org.concordat.api.planitem.PlanItemRejection;
import org.concordat.query.imports.PlanAsImported.State;
import org.jspecify.annotations.Nullable;

/** Imports a plan: reads the file whole, then gives its commands in order. Sending the same file again is safe. */
public final class Imports {

    private final CommandDoor door;
    private final PlanAsImported plans;

    public Imports(CommandDoor door, PlanAsImported plans) {
        this.door = door;
        this.plans = plans;
    }

    /** @param caller becomes the programme office where the partnership is new */
    public ImportAnswer take(byte[] file, PersonId caller, Progress progress) {
        return switch (PlanFileReader.read(file)) {
            case Reading.Bad(List<Problem> problems) -> new ImportAnswer.Invalid(problems);
            case Reading.Good(PlanFile plan) -> new Import(plan, Hash.of(file).value(), progress).run(caller);
        };
    }

    private final class Import {
        private final PlanFile plan;
        private final String hash;
        private final Progress progress;
        private final PlanCommands commands;
        private int done;

        Import(PlanFile plan, String hash, Progress progress) {
            this.plan = plan;
            this.hash = hash;
            this.progress = progress;
            this.commands = new PlanCommands(plan, hash);
        }

        ImportAnswer run(PersonId caller) {
            try {
                Optional<State> before = plans.of(plan.id());
                if (before.isEmpty()) establish(caller);
                Optional<ImportAnswer> answered = before.flatMap(this::clash);
                return answered.isPresent() ? answered.get() : apply();
            } catch (Refused refused) {
                return refused.rejection() instanceof PartnershipRejection.PlanAlreadyImported already
                    ? otherFile(already)
                    : new ImportAnswer.Stopped(refused.rejection(), done, commands.total());
            }
        }

        /** Somebody may have established it a moment ago: then the import's own gate decides whether to go on. */
        private void establish(PersonId caller) {
            Step step = commands.establish(caller);
            try {
                door.send(step.command(), step.commandId(), step.effectiveOn());
            } catch (Refused refused) {
                if (!(refused.rejection() instanceof PartnershipRejection.AlreadyEstablished)) throw refused;
            }
        }

        /** What would be refused half way is refused before anything begins. */
        private Optional<ImportAnswer> clash(State state) {
            if (state.fileHash().isPresent()) return Optional.empty();
            List<Difference> clashing = Differences.between(plan, state).stream()
                .filter(d -> !d.what().onOneSide()).toList();
            return clashing.isEmpty() ? Optional.empty() : Optional.of(new ImportAnswer.Differs(
                "The partnership already has things that this file says otherwise; nothing was imported.", clashing));
        }

        private ImportAnswer apply() {
            send(commands.begin());
            State state = plans.of(plan.id()).orElse(null);
            if (state != null && state.finished() && state.fileHash().filter(hash::equals).isPresent()) {
                return new ImportAnswer.AlreadyImported(plan.id(), hash, commands.total());
            }
            for (Step step : commands.things()) {
                if (state == null || !step.isThere().test(state)) send(step);
                progress.at(++done, commands.total());
            }
            Receipt last = send(commands.complete());
            progress.at(++done, commands.total());
            if (last != null) door.settle(last);
            return last == null ? new ImportAnswer.AlreadyImported(plan.id(), hash, commands.total())
                : new ImportAnswer.Imported(plan.id(), hash, commands.total(), last);
        }

        /**
         * Somebody else may have begun the same file: their command ids are these, so the write side calls them reused,
         * or the things registered. Where the plan on record has the thing, that is as good as a receipt; null says so.
         */
        private @Nullable Receipt send(Step step) {
            try {
                return door.send(step.command(), step.commandId(), step.effectiveOn());
            } catch (Refused refused) {
                if (!doneBefore(refused.rejection(), step)) throw refused;
                return null;
            }
        }

        private boolean doneBefore(Rejection rejection, Step step) {
            return switch (rejection) {
                case PartnershipRejection.PlanAlreadyImported begun -> begun.fileHash().equals(hash);
                case CommonRejection.CommandIdReused _, PartnershipRejection.AlreadyRegistered _,
                     PlanItemRejection.ItemAlreadyDrawnUp _, PlanItemRejection.ActionAlreadyAgreed _ ->
                    plans.of(plan.id()).filter(step.isThere()).isPresent();
                default -> false;
            };
        }

        private ImportAnswer otherFile(PartnershipRejection.PlanAlreadyImported already) {
            List<Difference> differences = plans.of(plan.id()).map(s -> Differences.between(plan, s)).orElse(List.of());
            return new ImportAnswer.Differs(already.sentence(), differences);
        }
    }
}
