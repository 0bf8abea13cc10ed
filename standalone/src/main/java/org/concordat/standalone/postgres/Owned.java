package org.concordat.standalone.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.concordat.standalone.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to our account and to nobody else: who else may write here can run programs as us, or read the signing key. */
public final class Owned {

    private static final Logger LOG = LoggerFactory.getLogger(Owned.class);
    static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final long US = new UnixSystem().getUid();

    private Owned() {}

    /** Makes it where it is missing; what other accounts were allowed before is taken from them. */
    public static void folder(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (folder.getParent() != null) Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, as(FOLDER));
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new StartRefused(folder + " is not a folder: move it away, then start again.");
        }
        mend(folder, FOLDER);
    }

    /** Readable by us alone from now on. */
    static void file(Path file) throws IOException {
        mend(file, FILE);
    }

    static FileAttribute<?> as(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    static boolean isOurs(Path path) throws IOException {
        return ((Number) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue() == US;
    }

    private static void mend(Path path, Set<PosixFilePermission> most) throws IOException {
        if (!isOurs(path)) {
            throw new StartRefused(path + " belongs to another account: give it to the account that runs Concordat (chown),"
                    + " or choose another folder with --concordat.data=DIR.");
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
        if (found.equals(most)) return;
        Files.setPosixFilePermissions(path, most);
        if (!most.containsAll(found)) {
            LOG.warn("{} was open to other accounts ({}) and is now closed to them.", path, PosixFilePermissions.toString(found));
        }
    }
}
