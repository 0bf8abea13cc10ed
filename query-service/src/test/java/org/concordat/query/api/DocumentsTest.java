package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An operation's text is read once; each text a client never sends again would otherwise stay for ever. */
class DocumentsTest {

    private static final int MANY = 1_500;

    private final Memory memory = Memory.usual();
    private final Documents documents = new Documents(Mockito.mock(Spending.class), new StaticListableBeanFactory(Map.of("memory", memory))
            .getBeanProvider(Memory.class));

    private static String command(int n) {
        return "mutation { drawUpItem(input: {partnershipId: \"partnership-mash\", area: CULTURE, component: PEOPLE, title: \"Item " + n
                + "\", purpose: [\"So that it is done\"], commandId: \"c-" + n + "\"}) { id version } }";
    }

    private static String question(int n) {
        return "{ partnership(id: \"partnership-p" + n + "\") { name partners { id name } plan { items { id title area actions { id"
                + " code standing } } } decisions(first: 20) { edges { node { id title result } } pageInfo { hasNextPage } } } }";
    }

    private PreparsedDocumentEntry read(String text) {
        return documents.getDocumentAsync(ExecutionInput.newExecutionInput(text).build(),
                input -> new PreparsedDocumentEntry(Parser.parse(input.getQuery()))).join();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test void they_weigh_what_they_take() {
        read(command(0));
        long weighed = memory.weight(Kept.DOCUMENTS);
        long before = used();
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) texts.add(i % 2 == 0 ? command(i) : question(i));
        texts.forEach(this::read);
        long taken = used() - before;
        long weight = memory.weight(Kept.DOCUMENTS) - weighed;
        assertThat(memory.share(Kept.DOCUMENTS)).as("all of them are kept").isGreaterThan(weight + weighed);
        System.out.println("MEMORY documents taken " + taken + " weight " + weight);
        assertThat(weight).isBetween(taken * 8 / 10, taken * 2);
    }

    @Test void a_text_is_read_once() {
        assertThat(read(question(-1))).isSameAs(read(question(-1)));
    }
}
