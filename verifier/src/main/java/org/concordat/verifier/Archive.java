package org.concordat.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A pack's zip. Nothing of it is written anywhere, and no more of it is held than a pack may need. */
final class Archive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String CHECKPOINT = "checkpoint";
    static final String ENTRIES = "entries.jsonl";
    static final Pattern EARLIER = Pattern.compile("checkpoints/([1-9][0-9]{0,17})");
    private static final Pattern NAME = Pattern.compile("README\\.txt|verifier\\.jar|manifest\\.(json|sig)|checkpoint"
            + "|entries\\.jsonl|checkpoints/[1-9][0-9]{0,17}(\\.consistency)?");
    private static final Set<String> NEEDED = Set.of(MANIFEST, SIGNATURE, CHECKPOINT, ENTRIES);
    private static final int MOST = 10_000;

    private final ZipFile zip;
    private final Map<String, ZipEntry> files = new TreeMap<>();

    /** @throws Unreadable where it is no pack */
    Archive(Path file) {
        if (!Files.isRegularFile(file)) throw new Unreadable(Shown.of(file.toString()) + " is not there.");
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("This is no zip, or not the whole of one: " + said(e) + ".");
        }
        try {
            list();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void list() {
        if (zip.size() > MOST) throw new Unreadable("This zip holds " + zip.size() + " files; a pack has at most " + MOST + ".");
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (!NAME.matcher(name).matches()) throw new Unreadable("This zip holds " + Shown.of(name) + ", which no pack has.");
            if (files.put(name, entry) != null) throw new Unreadable("This zip holds " + name + " twice: readers may see different ones.");
        }
        for (String name : NEEDED) {
            if (!files.containsKey(name)) throw new Unreadable("This zip holds no " + name + ", which every pack has.");
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    /** A file as a whole, where it is no longer than that. */
    byte[] bytes(String name, int longest) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) throw new Unreadable(name + " is longer than " + longest + " bytes.");
            return bytes;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = files.get(name);
        if (entry == null) throw new Unreadable("This zip holds no " + name + ".");
        try {
            return zip.getInputStream(entry);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    static Unreadable unreadable(String name, IOException e) {
        return new Unreadable(name + " cannot be read out of the zip: " + said(e) + ".");
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? "it is damaged" : Shown.of(e.getMessage());
    }

    @Override public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
