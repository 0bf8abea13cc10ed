package org.concordat.standalone;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** The database alone, for as long as a purge takes: {@code --concordat.purge=true} on a stopped installation. */
@SpringBootConfiguration(proxyBeanMethods = false)
class PurgeRun {

    private static final String ASKED = "concordat.purge";

    /** On the command line only: a setting that stays would purge at every start. */
    static boolean asked(String... arguments) {
        return "true".equals(new SimpleCommandLinePropertySource(arguments).getProperty(ASKED));
    }

    static boolean asked(Environment environment) {
        return environment.getProperty(ASKED, Boolean.class, false);
    }

    static void start(String... arguments) {
        new SpringApplicationBuilder(PurgeRun.class).web(WebApplicationType.NONE).run(arguments).close();
    }

    @Bean ApplicationRunner purge(Database database, @Value("${concordat.database.url:}") String elsewhere) {
        return _ -> System.out.println(new Purge(database.source(database.url()), elsewhere.isEmpty()).run());
    }
}
