package org.concordat.query.imports;

import java.io.StringReader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Text to a tree of nodes, each of which knows its line. Nothing is built from the nodes' tags. */
final class YamlTree {

    static final int MOST_ALIASES = 10;
    static final int DEEPEST = 20;

    private YamlTree() {}

    static @Nullable Node of(String text, Problems problems) {
        try {
            StringReader source = new StringReader(JsonText.asYaml(text));
            Iterator<Node> documents = new Yaml(options()).composeAll(source).iterator();
            if (!documents.hasNext()) {
                problems.add(Problem.ofFile(ProblemCode.EMPTY_FILE, "The file says nothing: it holds only comments.",
                    "A plan in the format of docs/import-format.md."));
                return null;
            }
            Node first = documents.next();
            if (documents.hasNext()) several(documents.next(), problems);
            return first;
        } catch (MarkedYAMLException e) {
            problems.add(unreadable(e));
        } catch (YAMLException e) {
            problems.add(exceeded(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(SourceText.LARGEST + 1);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    private static void several(Node second, Problems problems) {
        Mark at = second.getStartMark();
        problems.add(new Problem(at.getLine() + 1, at.getColumn() + 1, "", ProblemCode.SEVERAL_DOCUMENTS,
            "A second document begins here.", "One plan a file: take out the line with --- and what follows."));
    }

    private static Problem unreadable(MarkedYAMLException e) {
        Mark at = e.getProblemMark();
        int line = at == null ? 0 : at.getLine() + 1;
        int column = at == null ? 0 : at.getColumn() + 1;
        String said = String.valueOf(e.getProblem());
        if (said.contains("(TAB)")) {
            return new Problem(line, column, "", ProblemCode.TAB,
                "There is a tab where the format needs spaces.", "Indent with spaces.");
        }
        return new Problem(line, column, "", ProblemCode.NOT_YAML, "This is neither YAML nor JSON: " + said + ".",
            "Check the quotes, colons, brackets and indentation here and on the line before.");
    }

    private static Problem exceeded(String said) {
        if (said.contains("aliases")) {
            return Problem.ofFile(ProblemCode.TOO_MANY_ALIASES,
                "The file refers back to earlier parts of itself too often.",
                "Write the parts out; at most " + MOST_ALIASES + " aliases are read.");
        }
        return said.contains("Nesting")
            ? Problem.ofFile(ProblemCode.TOO_DEEP, "The file is nested more than " + DEEPEST + " levels deep.",
                "No plan is nested so deeply: check the brackets and the indentation.")
            : Problem.ofFile(ProblemCode.NOT_YAML, "This is neither YAML nor JSON.", "See docs/import-format.md.");
    }
}
