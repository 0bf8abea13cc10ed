package org.concordat.standalone.copy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Schema by choice. Flyway itself knows only “up to a number”, and the numbers of our parts are not in the order of time. */
record Selected(List<Resource> scripts) implements ResourceProvider {

    static String version(Resource script) {
        String name = Objects.requireNonNull(script.getFilename());
        return name.substring(1, name.indexOf("__"));
    }

    @Override public @Nullable LoadableResource getResource(String name) {
        return scripts.stream().filter(script -> name.equals(script.getFilename())).<LoadableResource>map(Script::new).findFirst().orElse(null);
    }

    @Override public Collection<LoadableResource> getResources(String prefix, String... suffixes) {
        return scripts.stream().map(Script::new).filter(script -> script.getFilename().startsWith(prefix)
                && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith)).<LoadableResource>map(script -> script).toList();
    }

    private static final class Script extends LoadableResource {

        private final Resource script;

        Script(Resource script) {
            this.script = script;
        }

        @Override public Reader read() {
            try {
                return new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override public String getAbsolutePath() {
            return getFilename();
        }

        @Override public String getAbsolutePathOnDisk() {
            return getFilename();
        }

        @Override public String getFilename() {
            return Objects.requireNonNull(script.getFilename());
        }

        @Override public String getRelativePath() {
            return getFilename();
        }
    }
}
