package io.renhua.stream;

import io.renhua.conversation.Inbox.Receipt;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** A receipt that can be waited for. */
final class Answer implements Receipt {
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    @Override
    public void kept() {
        told.countDown();
    }

    @Override
    public void notKept(Throwable why) {
        failure = why;
        told.countDown();
    }

    boolean comesWithin(Duration most) {
        try {
            return told.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Null when all is kept. */
    @Nullable
    Throwable failure() {
        return failure;
    }
}
