package org.concordat.query.api;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Days, moments and months in one exact form each; 31 February is refused, not moved. */
@Component
class Scalars implements RuntimeWiringConfigurer {

    private static final DateTimeFormatter DAY = strict("-MM-dd");
    private static final DateTimeFormatter MONTH = strict("-MM");

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring
            .scalar(scalar("Date",
                new TextScalar<>(LocalDate.class, Scalars::day, DAY::format, "2013-09-30")))
            .scalar(scalar("Month",
                new TextScalar<>(YearMonth.class, s -> within(YearMonth.parse(s, MONTH)), MONTH::format, "2013-02")))
            .scalar(scalar("DateTime",
                new TextScalar<>(Instant.class, s -> within(Instant.parse(s)), Instant::toString, "2013-02-01T09:30:00Z")))
            .scalar(scalar("JSON", new JsonScalar()));
    }

    /** As the scalar Date reads it, for doors that are not GraphQL's too. */
    static LocalDate day(String text) {
        return within(LocalDate.parse(text, DAY));
    }

    /** The years 0001 to 9999: beyond them neither every time zone nor the database could follow. */
    private static <T extends Temporal> T within(T time) {
        int year = time instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC).getYear() : time.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) throw new DateTimeException("not in the years 0001 to 9999");
        return time;
    }

    /** A year of exactly four digits: the letters uuuu would take a sign and more of them. */
    private static DateTimeFormatter strict(String rest) {
        return new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4).appendPattern(rest)
            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
