package org.concordat.query.reading;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Board;
import org.concordat.query.partnership.Finding;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PlanImport;
import org.concordat.query.plan.PlanView;
import org.jspecify.annotations.Nullable;

/** A partnership and the moment its reader chose at the root: everything below stands at it. */
public record PartnershipAt(PartnershipView view, Moment moment) {

    /** Where the reader of this field stands. */
    static PartnershipAt of(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.<PartnershipAt>getLocalContext());
    }

    /** Something found at this moment, with the moment for whatever is asked below it. */
    DataFetcherResult<Object> with(@Nullable Object found) {
        return DataFetcherResult.newResult().data(found).localContext(this).build();
    }

    /** What the same reader was shown at another moment: today's markings decide there too. */
    PartnershipView since(Moments moments, Moment other) {
        return moments.view(id(), other, view.hidden());
    }

    public PartnershipId id() { return view.id(); }

    public long version() { return view.partners().version(); }

    public String name() { return Objects.requireNonNull(view.partners().name()).value(); }

    public String timeZone() { return view.partners().timeZone().getId(); }

    public List<Partner> partners() { return List.copyOf(view.partners().partners().values()); }

    public List<Board> boards() { return List.copyOf(view.partners().boards().values()); }

    public List<Finding> findings() { return List.copyOf(view.partners().findings().values()); }

    public List<PlanImport> imports() { return List.copyOf(view.partners().imports().values()); }

    public PlanView plan() { return view.plan(); }
}
