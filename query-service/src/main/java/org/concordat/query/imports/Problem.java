package org.concordat.query.imports;

/**
 * One thing wrong with a file.
 *
 * @param line    from 1; 0 where it is about the file as a whole
 * @param column  from 1; 0 where it is about the file as a whole
 * @param path    e.g. {@code items[3].actions[0].lead.partner}; empty for the whole file
 * @param problem a sentence
 * @param right   what would be right
 */
public record Problem(int line, int column, String path, ProblemCode code, String problem, String right) {

    static Problem ofFile(ProblemCode code, String problem, String right) {
        return new Problem(0, 0, "", code, problem, right);
    }
}
