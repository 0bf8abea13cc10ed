package org.concordat.api.proviso;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import org.concordat.api.Text;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.PartnerId;

/** What must come true, by which last day, and who says whether it has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface ProvisoTerms {

    Text text();

    /** The last day, included; the day after, an open proviso lapses. */
    LocalDate by();

    /** The partner that judges it, given the one that attached it. */
    default PartnerId judge(PartnerId holder) { return holder; }

    /** Something is so by a date; its holder judges. */
    @JsonTypeName("byDate")
    record ByDate(Text text, LocalDate by) implements ProvisoTerms {}

    /** Another partner does something; its holder judges. */
    @JsonTypeName("actOf")
    record ActOf(Text text, PartnerId partner, LocalDate by) implements ProvisoTerms {}

    /** A text is agreed; it is met only while a version of that document is in force. */
    @JsonTypeName("textAgreed")
    record TextAgreed(Text text, DocumentId document, LocalDate by) implements ProvisoTerms {}

    /** A named partner judges. */
    @JsonTypeName("judgedBy")
    record JudgedBy(Text text, PartnerId judge, LocalDate by) implements ProvisoTerms {
        @Override public PartnerId judge(PartnerId holder) { return judge; }
    }
}
