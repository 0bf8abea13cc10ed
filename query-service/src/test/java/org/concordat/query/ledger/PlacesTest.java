package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test void the_ledger_counts_from_one_whatever_the_store_does() {
        assertThat(Places.FROM_ONE.of(new GlobalSequenceTrackingToken(1))).isEqualTo(1);
        assertThat(Places.FROM_ZERO.of(new GlobalSequenceTrackingToken(0))).isEqualTo(1);
        assertThat(Places.FROM_ZERO.of(ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9),
                new GlobalSequenceTrackingToken(4)))).isEqualTo(5);
    }

    @Test void no_token_is_no_place_and_an_empty_store_has_no_head() {
        assertThat(Places.FROM_ZERO.of(null)).isEqualTo(-1);
        assertThat(Places.FROM_ZERO.head(null)).isZero();
        assertThat(Places.FROM_ZERO.head(new GlobalSequenceTrackingToken(41))).isEqualTo(42);
    }
}
