package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.SignerKey;

/** A pack of the whole of a small log; its parts may be changed before it is written, as somebody would who forges one. */
final class SmallPack {

    final SmallLog log;
    final List<String> lines = new ArrayList<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    final Map<String, Integer> whole = new TreeMap<>();
    SignerKey signer = SmallLog.LOG;
    int entries;

    SmallPack(SmallLog log) {
        this.log = log;
        for (int i = 1; i <= log.size(); i++) lines.add(log.line(i));
        entries = log.size();
        whole.put("partnership-mash", 1);
        whole.put("decision-mash.vision", log.size() - 1);
        files.put("README.txt", "Read me.\n".getBytes(UTF_8));
        files.put("checkpoint", log.signed(log.size()).toString().getBytes(UTF_8));
    }

    SmallPack earlier(int size, Note note) {
        files.put("checkpoints/" + size, note.toString().getBytes(UTF_8));
        return proof(size);
    }

    SmallPack proof(int size) {
        files.put("checkpoints/" + size + ".consistency", SmallLog.lines(Merkle.consistency(size, log.size(), log::node)).getBytes(UTF_8));
        return this;
    }

    /** What it holds, with a manifest that is true of it and signed. */
    Map<String, byte[]> contents() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put("entries.jsonl", lines.stream().map(l -> l + "\n").collect(Collectors.joining()).getBytes(UTF_8));
        String listed = all.entrySet().stream().map(f -> SmallLog.object(new TreeMap<>(Map.of("name", f.getKey(), "bytes", f.getValue().length + "",
                "sha256", Sha256.over(f.getValue()).hex())))).collect(Collectors.joining(",", "[", "]"));
        String histories = whole.entrySet().stream().map(w -> SmallLog.object(new TreeMap<>(Map.of("subject", w.getKey(), "to", w.getValue() + ""))))
                .collect(Collectors.joining(",", "[", "]"));
        byte[] manifest = ("{\"asked\":{\"partnership\":\"partnership-mash\"},\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"auditor\",\"entries\":\"" + entries
                + "\",\"files\":" + listed + ",\"format\":\"1\",\"keys\":[\"" + SmallLog.LOG + "\"],\"leftOut\":[],\"origin\":\"" + SmallLog.ORIGIN
                + "\",\"root\":\"" + log.head(log.size()).root().base64() + "\",\"size\":\"" + log.size() + "\",\"whole\":" + histories + "}").getBytes(UTF_8);
        all.put("manifest.json", manifest);
        String text = SmallLog.ORIGIN + "\nconcordat evidence pack\n" + Sha256.over(manifest).hex() + "\n";
        all.put("manifest.sig", new Note(text, List.of(signer.sign(text))).toString().getBytes(UTF_8));
        return all;
    }

    Path write(Path file) throws IOException {
        return zip(file, contents());
    }

    static Path zip(Path file, Map<String, byte[]> contents) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }
}
