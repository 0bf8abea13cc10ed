package org.concordat.command.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.Contract;
import org.concordat.api.Disposable;
import org.concordat.api.Text;
import org.concordat.api.planitem.Lead;
import org.concordat.command.Page;
import org.junit.jupiter.api.Test;

/** Which words may go: the table in docs/ is what is enforced, for each event there is. */
class DisposalPageTest {

    @Test void the_page_in_docs_is_what_is_enforced() throws IOException {
        List<List<String>> rows = Contract.EVENTS.stream().map(event -> List.of("`" + Contract.nameOf(event) + "`", fate(event))).toList();
        assertThat(rows).hasSizeGreaterThan(60);
        Page.approve("disposal.md", """
                # Which words may be disposed of

                "may go": `disposeOfPayload` takes every free word of such an entry; ids, days, amounts and the words of a lead
                stay. "stays": rules read the words, things are known by them, or partners agreed them; `PAYLOAD_STAYS` is the answer.
                "no words": there is nothing to dispose of. What this means, and how: [people and disposal](people.md).
                This page is written by a test from what is enforced.

                """ + Page.table(List.of("entry", "its words"), rows));
    }

    @Test void only_what_has_words_may_go() {
        assertThat(Contract.EVENTS.stream().filter(event -> event.isAnnotationPresent(Disposable.class))).isNotEmpty()
                .allMatch(event -> words(event, new HashSet<>()));
    }

    private static String fate(Class<?> event) {
        if (event.isAnnotationPresent(Disposable.class)) return "may go";
        return words(event, new HashSet<>()) ? "stays" : "no words";
    }

    private static boolean words(Type type, Set<Type> seen) {
        if (type == Text.class) return true;
        if (type == Lead.class || type == Lead.Party.class || !seen.add(type)) return false;
        if (type instanceof ParameterizedType of) return Stream.of(of.getActualTypeArguments()).anyMatch(t -> words(t, seen));
        if (!(type instanceof Class<?> kind)) return false;
        if (kind.isSealed()) return Stream.of(kind.getPermittedSubclasses()).anyMatch(t -> words(t, seen));
        return kind.isRecord() && Stream.of(kind.getRecordComponents()).map(RecordComponent::getGenericType).anyMatch(t -> words(t, seen));
    }
}
