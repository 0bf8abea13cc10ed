package org.concordat.query.api;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much a parsed text makes the validator look at. It compares selections as they are when every fragment is written out, so that
 * is what is counted, each fragment walked once; fragments in a circle have no such number.
 */
final class Extent {

    private static final long SELECTIONS = 5_000;
    private static final int SPREADS_DEEP = 25;
    private static final int VARIABLES = 1_000;
    private static final int DIRECTIVES = 200;
    private static final long MOST = 1_000_000_000_000L;

    /** @param deep spreads inside one another */
    private record Size(long selections, int deep) {
        static final Size NOTHING = new Size(0, 0);

        Size and(Size other) {
            return new Size(Math.min(MOST, selections + other.selections), Math.max(deep, other.deep));
        }
    }

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Size> measured = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int directives;

    private Extent(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, f -> f, (first, same) -> first));
    }

    /** @throws ApiRefusal where checking it would be too much work */
    static void check(Document document) {
        Extent extent = new Extent(document);
        Size whole = Size.NOTHING;
        int variables = 0;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            whole = whole.and(extent.of(operation.getSelectionSet()));
            variables += operation.getVariableDefinitions().size();
            extent.directives += operation.getDirectives().size();
        }
        for (FragmentDefinition fragment : extent.fragments.values()) {
            whole = whole.and(new Size(0, extent.ofFragment(fragment.getName()).deep()));
            extent.directives += fragment.getDirectives().size();
        }
        most(whole.selections(), SELECTIONS, "selections, each fragment counted wherever it is used");
        most(whole.deep(), SPREADS_DEEP, "fragments inside one another");
        most(variables, VARIABLES, "variables");
        most(extent.directives, DIRECTIVES, "directives");
    }

    private static void most(long actual, long allowed, String what) {
        if (actual <= allowed) return;
        throw ApiRefusal.tooMuch(ApiCode.TOO_COSTLY, "The text has " + actual + " " + what + "; " + allowed + " are allowed.", actual, allowed);
    }

    private Size of(@Nullable SelectionSet set) {
        Size size = Size.NOTHING;
        if (set == null) return size;
        for (Selection<?> selection : set.getSelections()) size = size.and(of(selection));
        return size;
    }

    private Size of(Selection<?> selection) {
        Size one = new Size(1, 0);
        return switch (selection) {
            case Field field -> {
                directives += field.getDirectives().size();
                yield one.and(of(field.getSelectionSet()));
            }
            case InlineFragment inline -> {
                directives += inline.getDirectives().size();
                yield one.and(of(inline.getSelectionSet()));
            }
            case FragmentSpread spread -> {
                directives += spread.getDirectives().size();
                yield one.and(ofFragment(spread.getName()));
            }
            default -> one;
        };
    }

    private Size ofFragment(String name) {
        Size known = measured.get(name);
        if (known != null) return known;
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) return Size.NOTHING;
        if (!open.add(name)) throw ApiRefusal.badInput("Fragments use one another in a circle; nothing can be answered for them.");
        Size inside = of(fragment.getSelectionSet());
        open.remove(name);
        Size size = new Size(inside.selections(), inside.deep() + 1);
        measured.put(name, size);
        return size;
    }
}
