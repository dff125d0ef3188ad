package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.connector.Delivery;
import io.renhua.connector.Grant;
import io.renhua.connector.Grant.Denied;
import io.renhua.connector.Grant.Granted;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on one database, and a platform that lets only the last token count. */
@ParameterizedClass
@EnumSource(Database.class)
class SharedTokensTest {
    private static final String ACCOUNT = "wechat/wx1";

    private final Store store;
    private final Store elsewhere;
    private final SharedTokens here;
    private final SharedTokens there;
    private final AtomicInteger given = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(2);

    SharedTokensTest(Database database) {
        var place = database.fresh();
        store = Store.open(place);
        elsewhere = Store.open(place);
        here = new SharedTokens(() -> store);
        there = new SharedTokens(() -> elsewhere);
    }

    @AfterEach
    void close() {
        elsewhere.close();
        store.close();
    }

    @Test
    void asksOnceForAllThreadsOfAllNodes() throws Exception {
        assertThat(atOnce(200, i -> () -> token(i % 2 == 0 ? here : there))).containsOnly("token-1");
        assertThat(given).hasValue(1);
    }

    @Test
    void replacesARefusedTokenOnceForAll() throws Exception {
        var first = (Granted) here.of(ACCOUNT, this::give);
        assertThat(token(there)).isEqualTo("token-1");

        var tokens = atOnce(100, i -> () -> {
            var node = i % 2 == 0 ? here : there;
            node.refused(ACCOUNT, first);
            return token(node);
        });

        assertThat(tokens).containsOnly("token-2");
        assertThat(given).hasValue(2);
    }

    @Test
    void usesNothingThatHasEnded() {
        life = Duration.ZERO;
        token(here);

        assertThat(token(there)).isEqualTo("token-2");
    }

    @Test
    void endsByTheClockOfTheDatabase() {
        token(here);
        store.write(transaction -> transaction
                .handle()
                .execute("update shared_token set expires_at = current_timestamp - interval '1' second"));

        assertThat(token(there)).isEqualTo("token-2");
    }

    @Test
    void takesOverFromANodeThatDiedAsking() {
        store.write(transaction -> transaction.handle().execute("""
                insert into shared_token (account, holder, held_until)
                values ('wechat/wx1', 'dead', current_timestamp - interval '1' second)"""));

        assertThat(token(here)).isEqualTo("token-1");
    }

    /** The platform has voided the late one already. */
    @Test
    void usesTheTokenOfTheOneWhoTookOver() {
        var late = here.of(ACCOUNT, () -> {
            store.write(transaction -> transaction.handle().execute("""
                    update shared_token set holder = 'other', token = 'theirs', expires_at = current_timestamp + interval '1' hour
                    where account = 'wechat/wx1'"""));
            return give();
        });

        assertThat(((Granted) late).token()).isEqualTo("theirs");
    }

    @Test
    void sharesARefusalAndLetsAnotherNodeAsk() throws Exception {
        var denied = new Denied(new Delivery.Refused("no"));
        Supplier<Grant> refuses = () -> {
            given.incrementAndGet();
            return denied;
        };

        assertThat(atOnce(50, i -> () -> here.of(ACCOUNT, refuses))).containsOnly(denied);
        assertThat(given).hasValue(1);
        assertThat(token(there)).isEqualTo("token-2");
    }

    @Test
    void letsAnotherAskWhenAskingFails() {
        assertThatThrownBy(() -> here.of(ACCOUNT, () -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(token(there)).isEqualTo("token-1");
    }

    @Test
    void keepsAccountsApart() {
        token(here);

        assertThat(there.of("wechat/wx2", this::give)).isEqualTo(new Granted("token-2", life));
    }

    @Test
    void postponesWhatNeedsATokenWhileTheStoreIsAway() {
        store.close();

        assertThat(here.of(ACCOUNT, this::give))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.outcome()).isInstanceOf(Delivery.Postponed.class));
        assertThat(given).hasValue(0);
    }

    private Grant give() {
        return new Granted("token-" + given.incrementAndGet(), life);
    }

    private String token(SharedTokens node) {
        return ((Granted) node.of(ACCOUNT, this::give)).token();
    }

    private interface Work<T> {
        Callable<T> of(int number);
    }

    private static <T> List<T> atOnce(int many, Work<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(IntStream.range(0, many).mapToObj(work::of).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
