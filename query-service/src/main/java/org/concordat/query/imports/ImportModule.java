package org.concordat.query.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The import, given a way to the write side and a look at what is on record. */
@Configuration(proxyBeanMethods = false)
@Import(ImportController.class)
public class ImportModule {

    @Bean Imports imports(CommandDoor door, PlanAsImported plans) {
        return new Imports(door, plans);
    }
}
