package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.picture.PictureFile;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Period;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SentPicturesTest {
    private static final PictureFile DOT = PictureFile.read(
                    Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="))
            .orElseThrow();

    private final Store store;
    private final SettableClock clock = new SettableClock(NOON);
    private final SentPictures pictures;

    SentPicturesTest(Database database) {
        store = database.open();
        pictures = new SentPictures(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesAPictureToWhoeverKnowsItsName() {
        var name = pictures.keep(PERSON, "lin", DOT, Period.ofDays(30));

        assertThat(name).matches("[A-Za-z0-9_-]{22}\\.gif");
        assertThat(pictures.named(name).orElseThrow().bytes()).isEqualTo(DOT.bytes());
        assertThat(pictures.named(name.replace(".gif", ".png"))).isEmpty();
        assertThat(pictures.named("nothing")).isEmpty();
    }

    @Test
    void keepsALargeOneInParts() {
        var large = PictureFile.kept(PictureFile.Kind.PNG, new byte[700_000]);

        var name = pictures.keep(PERSON, "lin", large, Period.ofDays(30));

        assertThat(pictures.named(name).orElseThrow().bytes()).hasSize(700_000);
        assertThat(count("sent_picture_part")).isEqualTo(2);
    }

    @Test
    void forgetsThemWhenTheirTimeIsOver() {
        var name = pictures.keep(PERSON, "lin", DOT, Period.ofDays(30));
        var later = pictures.keep(PERSON, "lin", DOT, Period.ofDays(31));
        clock.advance(Duration.ofDays(30));

        assertThat(pictures.named(name)).isEmpty();
        assertThat(pictures.forget()).isEqualTo(1);
        assertThat(pictures.named(later)).isPresent();
        assertThat(count("sent_picture_part")).isEqualTo(1);
    }

    @Test
    void forgetsNoneThatSomebodyNeedsUntilADay() {
        var name = pictures.keep(PERSON, "lin", DOT, Period.ofDays(30));
        store.write(transaction -> transaction.update(
                "insert into legal_hold (conversation, why, by_whom, at, until_at) values (?, 'a dispute', 'olga', ?, ?)",
                PERSON.toString(),
                NOON,
                NOON.plus(Duration.ofDays(50))));
        clock.advance(Duration.ofDays(49));

        assertThat(pictures.forget()).isZero();
        assertThat(pictures.named(name)).isPresent();

        clock.advance(Duration.ofDays(1));
        assertThat(pictures.named(name)).isEmpty();
        assertThat(pictures.forget()).isEqualTo(1);
    }

    @Test
    void dropsWhatWasNotSaid() {
        pictures.drop(pictures.keep(PERSON, "lin", DOT, Period.ofDays(30)));

        assertThat(count("sent_picture") + count("sent_picture_part")).isZero();
    }

    private int count(String table) {
        return store.list("select count(*) from " + table, row -> row.getInt(1)).getFirst();
    }
}
