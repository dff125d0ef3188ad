package io.renhua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ProfilesTest {
    private static final ConversationId MEI = new ConversationId("pao-line", "U1");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Store store;
    private final Journal journal;
    private final Profiles profiles;

    ProfilesTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        profiles = new Profiles(store, journal, Clock.fixed(NOON, ZoneOffset.UTC));
        var hello = new Received(MEI, NOON, "m1", Person.of("U1"), new Content.Text("hi"), NOON);
        store.write(MEI.toString(), transaction -> journal.append(transaction, hello));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void knowWhatWasToldLastAndNoteItsNamesAlone() {
        tell(Map.of("orders", "3", "title", "陳小姐"));
        profiles.tell(MEI, before -> before.with(changes("orders", "12", "title", null, "tier", "gold 🏅")), "api:crm");

        assertThat(profiles.of(MEI).facts()).isEqualTo(Map.of("orders", "12", "tier", "gold 🏅"));
        assertThat(notes())
                .extracting(Noted::kind, Noted::why, Noted::actor)
                .containsExactly(
                        tuple(Profiles.PROFILED, "orders, title", "api:crm"),
                        tuple(Profiles.PROFILED, "orders, tier, title", "api:crm"));
    }

    @Test
    void noteNothingWhereNothingChanges() {
        tell(Map.of("orders", "3"));
        tell(Map.of("orders", "3"));

        assertThat(notes()).hasSize(1);
    }

    @Test
    void areReplacedAsAWhole() {
        tell(Map.of("orders", "3", "title", "陳小姐"));
        tell(Map.of("tier", "gold"));

        assertThat(profiles.of(MEI).facts()).isEqualTo(Map.of("tier", "gold"));
    }

    @Test
    void areKeptOfNobodyWhoNeverWrote() {
        var nobody = new ConversationId("pao-line", "nobody");

        assertThat(profiles.tell(nobody, before -> new Profile(Map.of("orders", "1")), "api:crm"))
                .isEmpty();
        assertThat(profiles.of(nobody)).isEqualTo(Profile.NOTHING);
    }

    @Test
    void keepNothingOfWhatIsTooMuch() {
        tell(many(Profile.MOST));

        assertThatThrownBy(() -> profiles.tell(MEI, before -> before.with(Map.of("more", "1")), "api:crm"))
                .hasMessageContaining("40");
        assertThat(profiles.of(MEI).facts()).hasSize(Profile.MOST);
    }

    @Test
    void learnFromAnActionWhatFits() {
        tell(many(Profile.MOST - 1));

        var found = new TreeMap<>(Map.of("a", "x".repeat(201), "f0", "new", "orders", "12", "title", "陳小姐"));
        store.write(MEI.toString(), transaction -> profiles.learn(transaction, MEI, found));

        assertThat(profiles.of(MEI).facts())
                .hasSize(Profile.MOST)
                .containsEntry("f0", "new")
                .containsEntry("orders", "12")
                .doesNotContainKeys("a", "title");
    }

    private void tell(Map<String, String> facts) {
        profiles.tell(MEI, before -> new Profile(facts), "api:crm");
    }

    private List<Noted> notes() {
        return journal.last(MEI, 100).stream()
                .map(JournalEntry::happening)
                .filter(Noted.class::isInstance)
                .map(Noted.class::cast)
                .toList();
    }

    private static Map<String, String> many(int count) {
        var many = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            many.put("f" + i, "1");
        }
        return many;
    }

    private static Map<String, @Nullable String> changes(
            String one, @Nullable String is, String two, @Nullable String was, String three, @Nullable String be) {
        var changes = new HashMap<String, @Nullable String>();
        changes.put(one, is);
        changes.put(two, was);
        changes.put(three, be);
        return changes;
    }
}
