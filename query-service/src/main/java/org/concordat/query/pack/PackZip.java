package org.concordat.query.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that goes out as it is made, and remembers the hash of each of its files. */
final class PackZip implements AutoCloseable {

    /** What writes one file. */
    @FunctionalInterface interface Content {
        void to(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final List<Map<String, String>> files = new ArrayList<>();

    PackZip(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) throws IOException {
        add(name, out -> out.write(bytes));
    }

    void add(String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        long[] length = {0};
        begin(name);
        content.to(new FilterOutputStream(new DigestOutputStream(zip, digest)) {
            @Override public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
                length[0] += count;
            }

            @Override public void write(int one) throws IOException {
                out.write(one);
                length[0]++;
            }
        });
        zip.closeEntry();
        files.add(new TreeMap<>(Map.of("name", name, "bytes", Long.toString(length[0]), "sha256",
                HexFormat.of().formatHex(digest.digest()))));
    }

    /** Files that are not listed, since they list or sign. */
    void unlisted(String name, byte[] bytes) throws IOException {
        begin(name);
        zip.write(bytes);
        zip.closeEntry();
    }

    List<Map<String, String>> files() {
        return files;
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(VerifierJar.NO_TIME);
        zip.putNextEntry(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override public void close() throws IOException {
        zip.close();
    }
}
