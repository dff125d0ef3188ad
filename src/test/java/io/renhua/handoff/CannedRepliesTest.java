package io.renhua.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.CannedReplies.Saved;
import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Whose.Scope;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class CannedRepliesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final Whose LIN = Whose.of(Scope.PERSONAL, "lin");
    private static final Whose CARE = Whose.of(Scope.TEAM, "care");
    private static final Whose MO = Whose.of(Scope.PERSONA, "mo");
    private static final Fits HERE = new Fits("zh-Hant", "mo-line");

    private final SettableClock clock = new SettableClock(NOW);
    private final Store store;
    private final CannedReplies canned;

    CannedRepliesTest(Database database) {
        store = database.open();
        canned = new CannedReplies(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void areReadByTheirOwnerAndByEverybodyWhereTheyAreShared() {
        add("1", LIN, Fits.ANYWHERE, "hi");
        add("2", CARE, Fits.ANYWHERE, "late");
        add("3", MO, Fits.ANYWHERE, "post");

        assertThat(ids(canned.readable("lin"))).containsExactly("1", "2", "3");
        assertThat(ids(canned.readable("wu"))).containsExactly("2", "3");
    }

    @Test
    void areOfferedWhereTheyFit() {
        add("mine", LIN, HERE, "a");
        add("any", MO, Fits.ANYWHERE, "b");
        add("other language", MO, new Fits("en", ""), "c");
        add("other channel", MO, new Fits("", "mo-web"), "d");
        add("other persona", Whose.of(Scope.PERSONA, "pao"), Fits.ANYWHERE, "e");
        add("somebody's", Whose.of(Scope.PERSONAL, "wu"), Fits.ANYWHERE, "f");
        add("our team", CARE, Fits.ANYWHERE, "g");
        add("other team", Whose.of(Scope.TEAM, "returns"), Fits.ANYWHERE, "h");

        assertThat(offered()).containsExactly("mine", "any", "our team");
    }

    @Test
    void keepWhatGoesAlongAndAreOfferedOnlyWhereItsPersonaSpeaks() {
        var along = new Enclosure("mo", "shelf", "Books", "Look", "https://mo.example/new");
        canned.add(new CannedReply("mo's", LIN, Fits.ANYWHERE, "a", "", "words", along, null, 0, "lin"));
        var other = new Enclosure("pao", "box", "", "", "");
        canned.add(new CannedReply("pao's", LIN, Fits.ANYWHERE, "b", "", "other words", other, null, 0, "lin"));

        assertThat(canned.named("mo's").orElseThrow().enclosure()).isEqualTo(along);
        assertThat(offered()).containsExactly("mo's");
        canned.change(new CannedReply("mo's", LIN, Fits.ANYWHERE, "a", "", "words", other, null, 0, "lin"));
        assertThat(offered()).isEmpty();
    }

    @Test
    void theMostUsedComeFirst() {
        add("1", LIN, Fits.ANYWHERE, "a");
        add("2", MO, Fits.ANYWHERE, "b");

        canned.used("2");

        assertThat(offered()).containsExactly("2", "1");
        assertThat(canned.named("2").orElseThrow().uses()).isEqualTo(1);
    }

    @Test
    void areNotOfferedOnceTheirTimeIsOver() {
        canned.add(reply("1", LIN, Fits.ANYWHERE, "a", NOW.plusSeconds(1)));
        assertThat(offered()).containsExactly("1");

        clock.advance(Duration.ofSeconds(1));

        assertThat(offered()).isEmpty();
        assertThat(ids(canned.readable("lin"))).containsExactly("1");
    }

    @Test
    void noTwoOfOneOwnerAreFoundByTheSameShortcutOrSayTheSame() {
        add("1", LIN, Fits.ANYWHERE, "Hi");

        assertThat(canned.add(reply("2", LIN, Fits.ANYWHERE, "hI", null))).isInstanceOf(Saved.Twice.class);
        assertThat(canned.add(new CannedReply("3", LIN, Fits.ANYWHERE, "other", "", "words of Hi", null, 0, "lin")))
                .isInstanceOfSatisfying(
                        Saved.Twice.class,
                        twice -> assertThat(twice.other().id()).isEqualTo("1"));
        assertThat(canned.add(reply("4", LIN, HERE, "hi", null))).isEqualTo(new Saved.Done());
        assertThat(canned.add(reply("5", MO, Fits.ANYWHERE, "hi", null))).isEqualTo(new Saved.Done());
        assertThat(canned.change(reply("1", LIN, Fits.ANYWHERE, "hi", null))).isEqualTo(new Saved.Done());
    }

    @Test
    void whatIsDeletedCanBeTakenBackUnlessAnotherHasItsPlace() {
        add("1", LIN, Fits.ANYWHERE, "hi");
        add("2", LIN, Fits.ANYWHERE, "ho");

        assertThat(canned.delete("1")).isTrue();
        assertThat(canned.delete("1")).isFalse();
        assertThat(ids(canned.readable("lin"))).containsExactly("2");
        assertThat(canned.restore("1")).isEqualTo(new Saved.Done());
        assertThat(ids(canned.readable("lin"))).containsExactly("1", "2");

        canned.delete("1");
        add("3", LIN, Fits.ANYWHERE, "hi");
        assertThat(canned.restore("1")).isInstanceOf(Saved.Twice.class);
    }

    @Test
    void whatIsGoneIsNotChanged() {
        add("1", LIN, Fits.ANYWHERE, "hi");
        canned.delete("1");

        assertThat(canned.change(reply("1", LIN, Fits.ANYWHERE, "hi", null))).isEqualTo(new Saved.Gone());
    }

    @Test
    void whatWasDeletedIsForgottenAfterAMonth() {
        add("1", LIN, Fits.ANYWHERE, "hi");
        add("2", LIN, Fits.ANYWHERE, "ho");
        canned.delete("1");

        clock.advance(Duration.ofDays(31));
        canned.delete("2");

        assertThat(canned.restore("1")).isEqualTo(new Saved.Gone());
        assertThat(canned.restore("2")).isEqualTo(new Saved.Done());
    }

    @Test
    void areFoundByAnyOfTheirWordsInAnyCase() {
        var reply = reply("1", LIN, Fits.ANYWHERE, "Hi", null);

        assertThat(List.of("hi", "WORDS", "greeting", ""))
                .allSatisfy(words -> assertThat(reply.has(words)).isTrue());
        assertThat(reply.has("parcel")).isFalse();
    }

    private void add(String id, Whose whose, Fits fits, String shortcut) {
        assertThat(canned.add(reply(id, whose, fits, shortcut, null))).isEqualTo(new Saved.Done());
    }

    private static CannedReply reply(String id, Whose whose, Fits fits, String shortcut, @Nullable Instant expires) {
        return new CannedReply(id, whose, fits, shortcut, "greeting", "words of " + shortcut, expires, 0, "lin");
    }

    private List<String> offered() {
        return ids(canned.offered("lin", Set.of("care"), "mo", HERE));
    }

    private static List<String> ids(List<CannedReply> replies) {
        return replies.stream().map(CannedReply::id).toList();
    }
}
