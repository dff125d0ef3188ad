package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.Ranking;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final Ranking KNOWN = new Ranking(List.of(new Candidate("x", 1)), Band.SURE);

    private final Semaphore mayFinish = new Semaphore(0);
    private final ClassifierTrainer slow = examples -> {
        mayFinish.acquireUninterruptibly();
        return words -> KNOWN;
    };

    @Test
    void keepsNobodyWaitingLongerThanItsPatience() {
        var learning = new SideBySide();
        learning.of(slow).train(List.of());
        learning.of(slow).train(List.of());

        assertThat(learning.await(Duration.ZERO)).isEqualTo(2);
        mayFinish.release(2);
    }

    @Test
    void answersWhatItIsAskedTooEarlyOnceItHasLearnt() throws InterruptedException {
        var classifier = new SideBySide().of(slow).train(List.of());
        var answer = new AtomicReference<Ranking>();

        var asker = Thread.ofVirtual().start(() -> answer.set(classifier.classify("anything")));
        mayFinish.release();
        asker.join();

        assertThat(answer).hasValue(KNOWN);
    }

    @Test
    void saysThatLearningFailed() {
        var learning = new SideBySide();
        learning.of(examples -> {
                    throw new IllegalStateException("planted");
                })
                .train(List.of());

        assertThatThrownBy(() -> learning.await(Duration.ofSeconds(20))).hasRootCauseMessage("planted");
    }
}
