package org.concordat.proof;

import java.util.regex.Pattern;

/**
 * A tree's head (C2SP tlog-checkpoint), the text of a signed note.
 *
 * @param origin which log it is of
 * @param size   how many leaves the tree has
 */
public record Checkpoint(String origin, long size, Sha256 root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (!Note.isName(origin)) throw new IllegalArgumentException("an origin is not empty, without white space or +");
        if (size < 0) throw new IllegalArgumentException("a tree's size is not negative");
    }

    /**
     * Lines that follow the third are left aside, as the format allows.
     *
     * @throws IllegalArgumentException with the reason, where it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !SIZE.matcher(lines[1]).matches()) {
            throw new IllegalArgumentException("a checkpoint is an origin, a size and a root, a line each");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Sha256.ofBase64(lines[2]));
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
