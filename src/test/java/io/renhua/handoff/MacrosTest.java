package io.renhua.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Macros.Saved;
import io.renhua.handoff.Whose.Scope;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class MacrosTest {
    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z"); // a Friday, noon in Taipei
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Whose LIN = Whose.of(Scope.PERSONAL, "lin");
    private static final Whose CARE = Whose.of(Scope.TEAM, "care");
    private static final Whose MO = Whose.of(Scope.PERSONA, "mo");

    private final SettableClock clock = new SettableClock(NOW);
    private final Store store;
    private final Macros macros;

    MacrosTest(Database database) {
        store = database.open();
        macros = new Macros(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepEveryStepInItsOrder() {
        var steps = List.<Step>of(
                new Step.Say("late"),
                new Step.Tag("包裹"),
                new Step.Untag("new"),
                new Step.Urgent(true),
                new Step.Note("ask the courier"),
                new Step.Pass("care"),
                new Step.Hold(Later.MONDAY),
                new Step.Resolve("parcel"),
                new Step.Release());

        macros.add(new Macro("1", LIN, "Late parcel", steps, null, 0, "lin"));

        assertThat(macros.named("1").orElseThrow().steps()).isEqualTo(steps);
    }

    @Test
    void areReadByTheirOwnerAndByEverybodyWhereTheyAreShared() {
        add("1", LIN, "a");
        add("2", CARE, "b");
        add("3", MO, "c");

        assertThat(ids(macros.readable("lin"))).containsExactly("1", "2", "3");
        assertThat(ids(macros.readable("wu"))).containsExactly("2", "3");
    }

    @Test
    void areOfferedWhereTheyAreMeantForTheMostUsedFirst() {
        add("mine", LIN, "a");
        add("persona's", MO, "b");
        add("other persona's", Whose.of(Scope.PERSONA, "pao"), "c");
        add("somebody's", Whose.of(Scope.PERSONAL, "wu"), "d");
        add("team's", CARE, "e");
        add("other team's", Whose.of(Scope.TEAM, "returns"), "f");

        assertThat(offered()).containsExactly("mine", "persona's", "team's");
        macros.used("team's");

        assertThat(offered()).containsExactly("team's", "mine", "persona's");
    }

    @Test
    void areNotOfferedOnceTheirTimeIsOver() {
        macros.add(macro("1", LIN, "a", NOW.plusSeconds(1)));
        assertThat(offered()).containsExactly("1");

        clock.advance(Duration.ofSeconds(1));

        assertThat(offered()).isEmpty();
        assertThat(macros.named("1").orElseThrow().isOver(clock.instant())).isTrue();
    }

    @Test
    void noTwoOfOneOwnerHaveTheSameTitle() {
        add("1", LIN, "Late parcel");

        assertThat(macros.add(macro("2", LIN, "late PARCEL", null))).isEqualTo(Saved.TWICE);
        assertThat(macros.add(macro("3", MO, "Late parcel", null))).isEqualTo(Saved.DONE);
        assertThat(macros.change(macro("1", LIN, "late parcel", null))).isEqualTo(Saved.DONE);
        assertThat(macros.named("1").orElseThrow().title()).isEqualTo("late parcel");
    }

    @Test
    void whatIsDeletedCanBeTakenBackForAMonthUnlessAnotherHasItsTitle() {
        add("1", LIN, "a");
        add("2", LIN, "b");

        assertThat(macros.delete("1")).isTrue();
        assertThat(macros.delete("1")).isFalse();
        assertThat(ids(macros.readable("lin"))).containsExactly("2");
        assertThat(macros.change(macro("1", LIN, "c", null))).isEqualTo(Saved.GONE);
        assertThat(macros.restore("1")).isEqualTo(Saved.DONE);

        macros.delete("1");
        add("3", LIN, "A");
        assertThat(macros.restore("1")).isEqualTo(Saved.TWICE);

        clock.advance(Duration.ofDays(31));
        macros.delete("2");
        assertThat(macros.restore("1")).isEqualTo(Saved.GONE);
        assertThat(macros.restore("2")).isEqualTo(Saved.DONE);
    }

    @Test
    void putOffToAMomentOfWhoeverIsThere() {
        assertThat(Later.IN_60_MINUTES.from(NOW, TAIPEI)).isEqualTo(NOW.plusSeconds(3600));
        assertThat(Later.TOMORROW.from(NOW, TAIPEI)).isEqualTo(Instant.parse("2026-11-28T01:00:00Z"));
        assertThat(Later.MONDAY.from(NOW, TAIPEI)).isEqualTo(Instant.parse("2026-11-30T01:00:00Z"));
        assertThat(Later.MONDAY.from(Instant.parse("2026-11-30T00:30:00Z"), TAIPEI)) // that Monday has begun
                .isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
    }

    private void add(String id, Whose whose, String title) {
        assertThat(macros.add(macro(id, whose, title, null))).isEqualTo(Saved.DONE);
    }

    private static Macro macro(String id, Whose whose, String title, @Nullable Instant expires) {
        return new Macro(id, whose, title, List.of(new Step.Tag("late")), expires, 0, "lin");
    }

    private List<String> offered() {
        return ids(macros.offered("lin", Set.of("care"), "mo"));
    }

    private static List<String> ids(List<Macro> macros) {
        return macros.stream().map(Macro::id).toList();
    }
}
