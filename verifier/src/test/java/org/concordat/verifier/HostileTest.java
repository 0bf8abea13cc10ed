package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs made to harm whoever opens them: a sentence each, and never a stack trace. */
class HostileTest {

    /** More than any file or line may have; a gigabyte of it does nothing else. */
    private static final int MUCH = 1 << 27;

    @TempDir Path folder;
    private Path file;
    private Map<String, byte[]> contents;

    @BeforeEach void good() {
        file = folder.resolve("pack.zip");
        contents = new SmallPack(SmallLog.of(2)).contents();
    }

    private Said verify() throws IOException {
        return Said.by("verify", SmallPack.zip(file, contents), "--key", SmallLog.LOG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/passwd", "checkpoints/../../x", "entries.jsonl.exe", "checkpoints/007", "a\u001b[31mb", "checkpoints/"})
    void a_name_that_no_pack_has(String name) throws IOException {
        contents.put(name, new byte[1]);
        assertThat(verify().cannotBeJudged("which no pack has").err()).doesNotContain("\u001b");
        assertThat(folder.getParent().resolve("outside")).doesNotExist();
    }

    @ParameterizedTest @ValueSource(strings = {"manifest.json", "manifest.sig", "checkpoint", "entries.jsonl"})
    void a_file_missing(String name) throws IOException {
        contents.remove(name);
        verify().cannotBeJudged("This zip holds no " + name);
    }

    @Test void a_listed_file_taken_out_and_one_put_in() throws IOException {
        contents.remove("README.txt");
        contents.put("verifier.jar", new byte[9]);
        verify().fails("The manifest lists README.txt, which the pack does not hold").fails("The pack holds verifier.jar, which its manifest does not list");
    }

    @Test void a_name_twice() throws IOException {
        contents.put("checkpoinT", contents.get("checkpoint"));
        byte[] zip = Files.readAllBytes(SmallPack.zip(file, contents));
        Files.write(file, new String(zip, ISO_8859_1).replace("checkpoinT", "checkpoint").getBytes(ISO_8859_1));
        Said.by("verify", file).cannotBeJudged("This zip holds checkpoint twice");
    }

    @ParameterizedTest @ValueSource(strings = {"manifest.json", "README.txt", "entries.jsonl"})
    void far_too_much_of_nothing(String name) throws IOException {
        contents.remove(name);
        SmallPack.zip(file, contents);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < MUCH; i += nothing.length) zip.write(nothing);
        }
        assertThat(Files.size(file)).isLessThan(2 << 20);
        Said said = Said.by("verify", file);
        if (said.code() == 2) said.cannotBeJudged("is longer than");
        else said.fails("The pack holds " + name + ", which its manifest does not list");
    }

    @Test void a_million_lines_that_say_nothing() throws IOException {
        SmallPack pack = new SmallPack(SmallLog.of(3));
        pack.lines.addAll(0, java.util.Collections.nCopies(1_000_000, "{}"));
        contents = pack.contents();
        assertThat(verify().fails("Line 1 of entries.jsonl is no entry").out()).contains("the rest was not looked at").hasSizeLessThan(20_000);
    }

    @Test void wrong_utf8_and_deep_json() throws IOException {
        byte[] entries = contents.get("entries.jsonl").clone();
        entries[40] = (byte) 0xff;
        contents.put("entries.jsonl", entries);
        verify().fails("Line 1 of entries.jsonl is no entry: it is not UTF-8");
        contents.put("manifest.json", "[".repeat(1_000_000).getBytes(UTF_8));
        verify().cannotBeJudged("nested deeper than 32");
        contents.put("manifest.json", new byte[] {(byte) 0xc0, (byte) 0x80});
        verify().cannotBeJudged("manifest.json cannot be read: it is not UTF-8");
        contents.put("manifest.json", "{\"format\":\"1\",\"format\":\"2\"}".getBytes(UTF_8));
        verify().cannotBeJudged("the name format stands twice");
    }

    @ParameterizedTest @ValueSource(strings = {"", "PK", "not a zip at all"}) void no_zip(String words) throws IOException {
        Files.writeString(file, words);
        Said.by("verify", file).cannotBeJudged("This is no zip");
        Said.by("verify", folder.resolve("nothing")).cannotBeJudged("is not there");
    }

    /** Bytes of a small pack flipped: it holds only where no file of it reads differently. */
    @ParameterizedTest @ValueSource(ints = 11) void no_byte_that_carries_something_is_flipped_unnoticed(int step) throws IOException {
        byte[] good = Files.readAllBytes(SmallPack.zip(file, contents));
        int noticed = 0;
        for (int at = 0; at < good.length; at += step) {
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(file, flipped);
            Said said = Said.by("verify", file, "--key", SmallLog.LOG);
            assertThat(said.code()).isBetween(0, 2);
            if (said.code() != 0) noticed++;
            else assertThat(read(file)).as("byte " + at).isEqualTo(read(contents));
        }
        assertThat(noticed).isGreaterThan(good.length / step * 7 / 10);
    }

    /** The same behind the zip's own checksums, which whoever forges computes anew. */
    @ParameterizedTest @ValueSource(ints = 13) void nor_of_its_files(int step) throws IOException {
        for (String name : contents.keySet()) {
            byte[] good = contents.get(name);
            for (int at = 0; at < good.length; at += step) {
                byte[] flipped = good.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                Map<String, byte[]> forged = new HashMap<>(contents);
                forged.put(name, flipped);
                Said said = Said.by("verify", SmallPack.zip(file, forged), "--key", SmallLog.LOG);
                assertThat(said.code()).as(name + " byte " + at + " " + said.out()).isIn(1, 2);
            }
        }
    }

    @Tag("heavy") @Test void nor_any_byte_at_all() throws IOException {
        no_byte_that_carries_something_is_flipped_unnoticed(1);
        nor_of_its_files(1);
    }

    private static Map<String, String> read(Map<String, byte[]> files) {
        Map<String, String> all = new HashMap<>();
        files.forEach((name, bytes) -> all.put(name, new String(bytes, ISO_8859_1)));
        return all;
    }

    private static Map<String, String> read(Path zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipFile all = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : all.stream().toList()) files.put(entry.getName(), all.getInputStream(entry).readAllBytes());
        }
        return read(files);
    }
}
