package org.concordat.query.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concordat.verifier.Verifier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The verifier, put together from the classes that run here: from folders as from a packaged jar, the same bytes each time. */
final class VerifierJar {

    /** A zip's times begin here; a pack has no times of its own. */
    static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String ROOT = "org/concordat/";

    private VerifierJar() {}

    static byte[] bytes() throws IOException {
        Map<String, Resource> classes = new TreeMap<>();
        PathMatchingResourcePatternResolver path = new PathMatchingResourcePatternResolver(Verifier.class.getClassLoader());
        for (String room : new String[] {"proof/", "verifier/"}) {
            for (Resource found : path.getResources("classpath*:" + ROOT + room + "*.class")) {
                if (!found.getURL().getPath().contains("/test-classes/")) classes.put(ROOT + room + found.getFilename(), found);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            add(jar, "META-INF/MANIFEST.MF", ("Manifest-Version: 1.0\r\nMain-Class: " + Verifier.class.getName() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, Resource> each : classes.entrySet()) {
                try (InputStream in = each.getValue().getInputStream()) {
                    add(jar, each.getKey(), in.readAllBytes());
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}
