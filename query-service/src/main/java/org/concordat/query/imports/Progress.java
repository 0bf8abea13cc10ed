package org.concordat.query.imports;

/** Told after each command of an import. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (done, total) -> {};

    void at(int done, int total);
}
