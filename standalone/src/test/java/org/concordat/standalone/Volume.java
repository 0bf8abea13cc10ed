package org.concordat.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own over a folder, small enough to be filled. */
record Volume(Path folder) implements AutoCloseable {

    static boolean possible() throws Exception {
        return System.getProperty("user.name").equals("root") && run("mount", "--version");
    }

    /** What is in the folder moves into it. */
    static Volume over(Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        Path aside = folder.resolveSibling(folder.getFileName() + ".aside");
        demand("mv", folder.toString(), aside.toString());
        Files.createDirectory(folder);
        demand("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "none", folder.toString());
        demand("cp", "-a", aside + "/.", folder.toString());
        demand("rm", "-r", aside.toString());
        return new Volume(folder);
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (byte[] part = new byte[4096]; ; ) out.write(part);
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > 4096) throw full;
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    @Override public void close() throws Exception {
        demand("umount", "-l", folder.toString());
    }

    private static void demand(String... command) throws Exception {
        if (!run(command)) throw new IOException("failed: " + String.join(" ", command));
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
