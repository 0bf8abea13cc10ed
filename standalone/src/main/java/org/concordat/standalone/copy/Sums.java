package org.concordat.standalone.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SHA-256 of each file of a copy, in the form that {@code sha256sum -c} reads. It is written last: without it a copy is not whole. */
record Sums(Map<String, String> byFile) {

    static final String FILE = "SHA256SUMS";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)?)");

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    static Sums read(Path copy) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : Files.readAllLines(copy.resolve(FILE))) {
            Matcher sum = LINE.matcher(line);
            if (!sum.matches()) throw new CopyRefused("This copy is damaged: " + FILE + " holds a line that is no hash of a file.");
            sums.put(sum.group(2), sum.group(1));
        }
        return new Sums(sums);
    }

    String text() {
        return byFile.entrySet().stream().map(sum -> sum.getValue() + "  " + sum.getKey() + "\n").collect(Collectors.joining());
    }
}
