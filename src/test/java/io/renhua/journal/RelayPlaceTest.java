package io.renhua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class RelayPlaceTest {
    private final Store store;
    private final RelayPlace one;
    private final RelayPlace other;

    RelayPlaceTest(Database database) {
        store = database.open();
        one = new RelayPlace(store, "journal");
        other = new RelayPlace(store, "journal");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isOneNodesAtATime() {
        assertThat(one.take()).isTrue();
        assertThat(one.take()).isTrue();
        assertThat(other.take()).isFalse();
        assertThat(new RelayPlace(store, "another topic").take()).isTrue();
    }

    @Test
    void goesToAnotherAtOnceWhenItIsLeftAndFromWhereItWas() {
        one.take();
        assertThat(one.moved(7)).isTrue();
        one.leave();

        assertThat(other.take()).isTrue();
        assertThat(other.renewed()).hasValue(7);
    }

    @Test
    void goesToAnotherWhenNobodyHasSaidForTenSecondsThatItIsTheirs() {
        one.take();
        store.write(transaction -> transaction.handle().execute("update relayed set held_until = current_timestamp"));

        assertThat(other.take()).isTrue();
    }

    @Test
    void isNotMovedByANodeWhoseTurnHasGone() {
        one.take();
        one.moved(7);
        one.leave();
        other.take();

        assertThat(one.renewed()).isEmpty();
        assertThat(one.moved(9)).isFalse();
        one.leave();
        assertThat(other.renewed()).hasValue(7);
    }
}
