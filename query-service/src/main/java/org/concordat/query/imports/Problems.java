package org.concordat.query.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, up to a number that a person could still read. */
final class Problems {

    static final int MOST = 500;

    private final List<Problem> found = new ArrayList<>();
    private int beyond;

    void add(Problem problem) {
        if (found.size() < MOST) found.add(problem);
        else beyond++;
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> inOrder() {
        List<Problem> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        if (beyond > 0) {
            all.add(Problem.ofFile(ProblemCode.MORE_PROBLEMS, "The file has " + beyond + " more problems than these.",
                "Mend these first, then send the file again."));
        }
        return List.copyOf(all);
    }
}
