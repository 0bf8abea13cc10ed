package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.api.commitment.CommitmentEvent.CommitmentConfirmed;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.commitment.CommitmentsView;
import org.concordat.query.commitment.Finance;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;

/** 200 partners, each with ten years and twenty provisos, ask no more than three times what 20 do. */
@Tag("heavy")
class FinanceScaleTest {

    private static final int ROUNDS = 60;
    private static final String ASKED = """
            { partnership(id: "partnership-mash") { finance {
              years { year firm conditional received variance share restsOn(first: 10) { edges { node { entry } } } }
              partners(first: 20) { edges { node { partner { name } firm conditional share } } }
              provisos(first: 20, standing: OPEN) { edges { node { id } } } } } }""";

    @Test void ten_times_the_money_takes_at_most_three_times_as_long() {
        Reading.as("police");
        Story few = committed(20);
        Story many = committed(200);
        ExecutionGraphQlServiceTester small = Reading.of(few.ledger, Story.noon("06-05"));
        ExecutionGraphQlServiceTester large = Reading.of(many.ledger, Story.noon("06-05"));
        median(small);
        median(large);
        told("finance, 200 partners / 20, read again", median(large), median(small));
        CommitmentsView view = commitments(many);
        CommitmentsView tenth = commitments(few);
        anew(view);
        anew(tenth);
        told("finance added up anew after an act, 200 partners / 20", anew(view), anew(tenth));
        Finance finance = Finance.of(view);
        Finance less = Finance.of(tenth);
        told("cycles found anew, 200 partners / 20", median(finance::cycles), median(less::cycles));
        assertThat(finance.partners()).hasSize(200);
        assertThat(finance.provisos()).hasSize(4_000);
    }

    private static void told(String what, long ours, long tenth) {
        System.out.printf("SPEED %s: %.3f ms / %.3f ms, ratio %.2f%n", what, ours / 1e6, tenth / 1e6, (double) ours / tenth);
    }

    private static CommitmentsView commitments(Story story) {
        return PartnershipView.empty(Story.MASH).after(story.ledger.all()).commitments();
    }

    private static long anew(CommitmentsView view) {
        return median(() -> Finance.of(view));
    }

    private static long median(ExecutionGraphQlServiceTester tester) {
        return median(() -> tester.document(ASKED).executeAndVerify());
    }

    private static long median(Runnable asked) {
        long[] took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            asked.run();
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[ROUNDS / 2];
    }

    /** Each partner waits for twenty others. */
    private static Story committed(int partners) {
        Story story = Story.drawnUp();
        for (int n = 0; n < partners; n++) {
            story.then(Story.OFFICE, "02-01", new PartnerAdmitted(Story.MASH, partner(n), Story.text("Partner " + n)));
        }
        String[] amounts = new String[10];
        Arrays.fill(amounts, "1234.56");
        List<YearAmount> years = MoneyStory.years(amounts);
        for (int n = 0; n < partners; n++) {
            CommitmentId id = new CommitmentId("commitment-mash.c" + n);
            List<Proviso> provisos = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                provisos.add(MoneyStory.proviso(ProvisoId.of(id.value(), partner(n), i), partner(n),
                        new ProvisoTerms.ActOf(Story.text("They too"), partner((n + i * 7) % partners),
                            Story.day("06-30"))));
            }
            story.then(Story.PC, "02-02", MoneyStory.offered(id, partner(n), "Money " + n, MoneyStory.GBP, years,
                    provisos.toArray(Proviso[]::new)));
            story.then(Story.PC, "02-03", new CommitmentConfirmed(id, VisionStory.OF_POLICE,
                MoneyStory.amount("12345.60")));
        }
        return story;
    }

    private static PartnerId partner(int n) {
        return new PartnerId("partner-mash.p" + n);
    }
}
