package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.delivery.FairShares.Party;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FairSharesTest {
    private static final int ALL = 2_000;
    private static final int PART = 8;
    private final FairShares shares = new FairShares(ALL, PART);

    @Test
    void an_account_alone_leaves_a_quarter() {
        fill("one", 100);
        assertThat(shares.taken()).isBetween(1_400, ALL * 3 / 4);
    }

    @Test
    void a_receiver_of_many_configs_leaves_its_account_the_rest() {
        takeAll(new Party("one", "slow:80"));
        assertThat(shares.taken()).isEqualTo(ALL * 3 / 4 / PART);
    }

    @Test
    void four_accounts_whose_receivers_all_hang_leave_room_for_a_fifth() {
        Stream.of("one", "two", "three", "four").forEach(account -> fill(account, 100));
        assertThat(shares.room(new Party("five", "swift:80"))).isPositive();
    }

    @Test
    void forty_receivers_that_hang_leave_room_for_another_of_the_same_account() {
        fill("one", 40);
        assertThat(shares.room(new Party("one", "swift:80"))).isPositive();
    }

    @Test
    void where_there_is_little_everybody_may_have_one() {
        FairShares few = new FairShares(3, PART);
        assertThat(Stream.of("one", "two", "three", "four").map(account -> few.take(new Party(account, "receiver:80"))))
                .containsExactly(true, true, true, false);
    }

    @Property
    void what_is_given_back_can_be_taken_again_and_never_more_than_there_is(
            @ForAll @Size(max = 60) List<@IntRange(max = 7) Integer> takers,
            @ForAll @IntRange(min = 1, max = 20) int all) {
        FairShares some = new FairShares(all, PART);
        List<Party> took = takers.stream()
                .map(taker -> new Party("account-" + taker / 4, "receiver-" + taker))
                .filter(some::take)
                .toList();
        assertThat(some.taken()).isEqualTo(took.size()).isLessThanOrEqualTo(all);
        took.forEach(some::giveBack);
        assertThat(some.taken()).isZero();
        assertThat(some.take(new Party("account-0", "receiver-0"))).isTrue();
    }

    private void fill(String account, int receivers) {
        IntStream.range(0, receivers).forEach(number -> takeAll(new Party(account, "slow-" + number + ":80")));
    }

    private void takeAll(Party party) {
        int room = shares.room(party);
        assertThat(IntStream.range(0, room).filter(n -> shares.take(party)).count())
                .isEqualTo(room);
        assertThat(shares.take(party)).isFalse();
    }
}
