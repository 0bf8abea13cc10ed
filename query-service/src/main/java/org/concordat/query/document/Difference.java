package org.concordat.query.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** What a text says otherwise than another, line by line. */
public final class Difference {

    private final String[] before;
    private final String[] after;
    private final List<String> lines = new ArrayList<>();

    private Difference(String before, String after) {
        this.before = before.split("\n", -1);
        this.after = after.split("\n", -1);
    }

    /** Every line of both: after "- " what is gone, after "+ " what is new, after "  " what stays. */
    public static String between(String before, String after) {
        Difference difference = new Difference(before, after);
        difference.find();
        return String.join("\n", difference.lines);
    }

    private void find() {
        int same = 0;
        int least = Math.min(before.length, after.length);
        while (same < least && before[same].equals(after[same])) say("  ", before[same++]);
        int tail = 0;
        while (tail < least - same && before[before.length - 1 - tail].equals(after[after.length - 1 - tail])) tail++;
        middle(same, before.length - tail, after.length - tail);
        for (int i = before.length - tail; i < before.length; i++) say("  ", before[i]);
    }

    /** The longest common lines: two rows of lengths, and two bits for each pair to walk back by. */
    private void middle(int from, int toBefore, int toAfter) {
        int rows = toBefore - from;
        int columns = toAfter - from;
        BitSet[] keep = new BitSet[rows];
        BitSet[] skip = new BitSet[rows];
        int[] last = new int[columns + 1];
        for (int i = 0; i < rows; i++) {
            keep[i] = new BitSet(columns);
            skip[i] = new BitSet(columns);
            int[] row = new int[columns + 1];
            for (int j = 0; j < columns; j++) {
                if (before[from + i].equals(after[from + j])) {
                    row[j + 1] = last[j] + 1;
                    keep[i].set(j);
                } else {
                    row[j + 1] = Math.max(last[j + 1], row[j]);
                    // Equal ways put what is gone before what is new.
                    if (row[j] >= last[j + 1]) skip[i].set(j);
                }
            }
            last = row;
        }
        back(from, keep, skip, rows - 1, columns - 1);
    }

    private void back(int from, BitSet[] keep, BitSet[] skip, int rows, int columns) {
        List<String> reversed = new ArrayList<>();
        int i = rows;
        int j = columns;
        while (i >= 0 || j >= 0) {
            if (i >= 0 && j >= 0 && keep[i].get(j)) {
                reversed.add("  " + before[from + i--]);
                j--;
            } else if (i < 0 || j >= 0 && skip[i].get(j)) {
                reversed.add("+ " + after[from + j--]);
            } else {
                reversed.add("- " + before[from + i--]);
            }
        }
        Collections.reverse(reversed);
        lines.addAll(reversed);
    }

    private void say(String mark, String line) {
        lines.add(mark + line);
    }
}
