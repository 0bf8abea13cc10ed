package org.concordat.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.OdComponent;
import org.concordat.api.planitem.PlanArea;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandContentTest {

    private static final PersonId OFFICE = new PersonId("programme");

    private static DrawUpItem item(@Nullable MarkedAs marking) {
        return new DrawUpItem(new PartnershipId("partnership-mash"), new ItemId("item-mash.a"), PlanArea.LEADERSHIP, new Text("Lead"),
                List.of(), List.of(), List.of(), List.of(), Set.of(), OdComponent.PEOPLE, null, marking);
    }

    @Test void a_command_sent_before_commands_could_mark_is_still_the_same_one() {
        String then = """
                programme
                planitem.DrawUpItem

                {"approach":[],"area":"LEADERSHIP","challenges":[],"component":"PEOPLE","findings":[],"itemId":"item-mash.a","lens":null,\
                "partnershipId":"partnership-mash","purpose":[],"reviewQuestions":[],"title":"Lead"}""";
        String said = new CommandContent().hash(OFFICE, item(null), null);
        assertThat(said).isEqualTo(Hash.of(then.getBytes(UTF_8)).value());
        assertThat(new CommandContent().hash(OFFICE, item(new MarkedAs(Marking.OPEN, null)), null)).isNotEqualTo(said);
    }
}
