package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A writer that has just committed a crowd waits for the next one; the wait is the test's own, and as long as that likes. */
class GroupCommitTest {
    private final HikariDataSource pool = pool();
    private final AtomicInteger waits = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore over = new Semaphore(0);
    private final GroupCommit writers = new GroupCommit(Jdbi.create(pool), Engine.H2, 4_096, this::pause);

    @AfterEach
    void close() {
        over.release(1_000);
        writers.close();
        pool.close();
    }

    @Test
    void waitsForCompanyAfterACrowdAndCommitsWhoeverCameMeanwhile() {
        together(8);

        var first = submit();
        awaitWaiting();
        assertThat(first).as("is not committed alone").isNotDone();
        var later = List.of(submit(), submit());
        over.release();
        first.join();
        later.forEach(CompletableFuture::join);

        assertThat(writers.commits().groups())
                .as("one alone, the crowd, and these")
                .isEqualTo(3);
        assertThat(writers.commits().kept()).isEqualTo(12);
    }

    @Test
    void waitsForNobodyAfterAFew() {
        together(7);

        submit().join();

        assertThat(waits).hasValue(0);
    }

    @Test
    void waitsNoMoreOnceFewCame() {
        together(8);
        over.release();
        submit().join();

        submit().join();

        assertThat(waits).hasValue(1);
    }

    @Test
    void waitsForNobodyWhereTheGroupIsFull() {
        together(8);
        var first = submit();
        awaitWaiting();

        var two = IntStream.range(1, 2 * 256).mapToObj(_ -> submit()).toList(); // groups, with the first
        over.release(2);
        first.join();
        two.forEach(CompletableFuture::join);

        assertThat(waits).as("the second group is full without waiting").hasValue(1);
    }

    private void awaitWaiting() {
        await().until(begun::tryAcquire);
    }

    private void pause(long nanos) {
        assertThat(nanos).isPositive();
        waits.incrementAndGet();
        begun.release();
        over.acquireUninterruptibly();
    }

    /** So many in one group: they come while the writer is busy with another. */
    private void together(int units) {
        var busy = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = submit(() -> {
            busy.countDown();
            awaitDone(go);
        });
        awaitDone(busy);
        var all = IntStream.range(0, units).mapToObj(_ -> submit()).toList();
        go.countDown();
        first.join();
        all.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Boolean> submit() {
        return submit(() -> {});
    }

    private CompletableFuture<Boolean> submit(Runnable work) {
        var kept = new CompletableFuture<Boolean>();
        var unit = new Unit<>(
                List.of(),
                transaction -> {
                    work.run();
                    return true;
                },
                new Unit.Outcome<Boolean>() {
                    @Override
                    public void durable(@Nullable Boolean result) {
                        kept.complete(true);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        kept.completeExceptionally(failure);
                    }
                });
        writers.submit(unit, Duration.ofMinutes(1));
        return kept;
    }

    private static void awaitDone(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool() {
        var place = Database.H2.fresh();
        var config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setUsername(place.user());
        config.setPassword(place.password());
        return new HikariDataSource(config);
    }
}
