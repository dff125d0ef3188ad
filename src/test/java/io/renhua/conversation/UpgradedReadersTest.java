package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.Desk;
import io.renhua.handoff.DeskDrafts;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Contact;
import io.renhua.people.Hallmarks;
import io.renhua.people.Pair.Verdict;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.publishing.OldVersions;
import io.renhua.search.Finder;
import io.renhua.search.Search;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import io.renhua.store.OldStore;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the version with 45 changes to its tables left is read as it was by ours, for which indexes go by place, marks are signed
 * and what was said of two stands again; and a node of that version may still write and read while ours is at work.
 */
@ParameterizedClass
@EnumSource(Database.class)
class UpgradedReadersTest {
    private static final ConversationId MING = new ConversationId("mo-line", "ming");
    private static final ConversationId ANNA = new ConversationId("mo-web", "anna");
    private static final ConversationId LI = new ConversationId("mo-slack", "li");
    private static final ConversationId WANG = new ConversationId("mo-telegram", "wang");
    private static final Set<String> CHANNELS = Set.of("mo-line", "mo-web");

    // ---- how that version wrote

    private static final String WORD = """
            insert into journal (at, conversation, channel, kind, happening, person, body)
            values (?, ?, ?, 'Received', ?, ?, ?)""";
    private static final String BUBBLE = """
            insert into searched_bubble (seq, conversation, at, words, feeling)
            select max(seq), ?, ?, ?, cast(? as varchar) from journal""";
    private static final String NUMBER = """
            insert into searched_number (written, seq, conversation)
            select cast(? as varchar), max(seq), cast(? as varchar) from journal""";
    private static final String READ = "insert into relayed (topic, seq) select 'search', max(seq) from journal";
    private static final String MARK = """
            insert into person_mark (conversation, source, name, mark, at) values (?, ?, 'customer_id', ?, ?)""";
    private static final String PAIR = """
            insert into person_pair (one, other, conversation, other_conversation, verdict, why, agent, at, asker)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    // ---- and read

    private static final String NUMBERED = "select distinct conversation from searched_number where written = ?";
    private static final String UNNUMBER = "delete from searched_number where conversation = ?";

    private final SettableClock clock = new SettableClock(NOON);
    private final OldStore old;
    private final Store store;
    private final Journal journal;
    private final Finder finder;
    private final SearchFeed feed;
    private final Unions unions;
    private final Hallmarks hallmarks;
    private final Profiles profiles;

    UpgradedReadersTest(Database database) {
        old = OldStore.of(database, "45");
        heard(MING, "ming", "order SP20240001, I am furious!!", NOON.minus(Duration.ofDays(2)), "angry", "sp20240001");
        heard(ANNA, "anna", "about SP20240001", NOON.minus(Duration.ofDays(1)), null, "sp20240001");
        heard(LI, "li", "hello", NOON.minus(Duration.ofHours(1)), null, null);
        heard(WANG, "wang", "hello", NOON.minus(Duration.ofHours(1)), null, null);
        old.execute(READ);
        marked(MING, "told");
        marked(ANNA, "told");
        marked(LI, "said");
        paired(MING, "ming", ANNA, "anna", "one", "lin");
        paired(MING, "ming", LI, "li", "asked", null);
        paired(LI, "li", WANG, "wang", "declined", null);
        store = Store.open(old.place());
        journal = new Journal(store);
        finder = new Finder(store);
        feed = new SearchFeed(store, journal);
        unions = new Unions(store);
        hallmarks = Hallmarks.usual(store, clock);
        profiles = new Profiles(store, journal, hallmarks, clock);
    }

    private void heard(
            ConversationId conversation,
            String person,
            String words,
            Instant at,
            @Nullable String feeling,
            @Nullable String number) {
        old.execute(
                WORD,
                at,
                conversation.toString(),
                conversation.channel(),
                received(conversation, words, at),
                person,
                words);
        old.execute(BUBBLE, conversation.toString(), at, words.toLowerCase(Locale.ROOT), feeling);
        if (number != null) {
            old.execute(NUMBER, number, conversation.toString());
        }
    }

    private static String received(ConversationId conversation, String words, Instant at) {
        return """
                {"is":"Received","conversation":{"channel":"%s","thread":"%s"},"at":"%s","messageId":"%s","person":{"id":"%s"},\
                "content":{"is":"Text","body":"%s"},"sentAt":"%s"}""".formatted(
                        conversation.channel(),
                        conversation.thread(),
                        at,
                        conversation.thread(),
                        conversation.thread(),
                        words,
                        at);
    }

    private void marked(ConversationId conversation, String source) {
        old.execute(MARK, conversation.toString(), source, "the hash of C1001", NOON);
    }

    private void paired(
            ConversationId one,
            String person,
            ConversationId other,
            String another,
            String verdict,
            @Nullable String asker) {
        old.execute(
                PAIR,
                one.channel() + "/" + person,
                other.channel() + "/" + another,
                one.toString(),
                other.toString(),
                verdict,
                "same number",
                "olga",
                NOON,
                asker);
    }

    @AfterEach
    void close() {
        feed.close();
        store.close();
        old.close();
    }

    @Test
    void wordsAreWhereTheyWere() {
        assertThat(words(MING)).containsExactly("order SP20240001, I am furious!!");
        assertThat(journal.all(0, 10)).hasSize(4);
        assertThat(journal.before(NOON.minus(Duration.ofDays(1)))).isEqualTo(place(ANNA) - 1);
        assertThat(journal.before(NOON.plus(Duration.ofDays(1)))).isEqualTo(place(WANG));
        assertThat(Journal.channels(store)).containsExactly("mo-line", "mo-slack", "mo-telegram", "mo-web");
    }

    @Test
    void feelingsAndNumbersAreFoundWhoeverKeptThem() {
        assertThat(found("feeling", "angry")).containsExactly(MING);
        assertThat(found("number", "SP2024-0001")).containsExactly(ANNA, MING);

        writes(LI, "li", "SP20240001 is late, I am furious!!");
        feed.look();

        assertThat(found("feeling", "angry")).containsExactly(LI, MING);
        assertThat(found("number", "SP2024-0001")).containsExactly(LI, ANNA, MING);
    }

    @Test
    void nothingIsLeftOfWhoeverIsErasedWhoeverKeptIt() {
        writes(MING, "ming", "and SP20240002");
        feed.look();

        new Erasures(store, new Desk(store, journal, clock), unions, journal, clock).erase(MING, "olga");

        assertThat(found("number", "SP20240001")).containsExactly(ANNA);
        assertThat(count("searched_number")).isEqualTo(1);
        assertThat(unions.of(new Contact("mo-line", "ming"))).isEmpty();
    }

    @Test
    void nobodyIsKnownByAMarkThatNobodySignedAndThoseToldAgainAre() {
        assertThat(count("person_mark")).isZero();

        told(MING);
        told(ANNA);

        assertThat(hallmarks.shared(MING, CHANNELS))
                .extracting(shared -> shared.conversation(), shared -> shared.told())
                .containsExactly(tuple(ANNA, true));
    }

    @Test
    void whatWasSaidOfTwoStands() {
        assertThat(said("ming", "mo-line"))
                .containsExactlyInAnyOrder(tuple("anna", Verdict.ONE), tuple("li", Verdict.ASKED));
        assertThat(said("wang", "mo-telegram")).containsExactly(tuple("li", Verdict.DECLINED));
        assertThat(unions.asked()).extracting(pair -> pair.one().conversation()).containsExactly(MING);
        assertThat(unions.around(new Contact("mo-web", "anna")).links())
                .extracting(link -> link.end().contact().id())
                .containsExactly("ming");
        assertThat(unions.of(new Contact("mo-line", "ming")))
                .allSatisfy(pair -> assertThat(pair.said().before()).isNull());
    }

    // ---- beside a node of that version

    @Test
    void whatANodeBeforeWritesBesideUsIsReadAndItReadsOn() {
        heard(WANG, "wang", "SP20240001 again", NOON, "angry", "sp20240001");
        paired(ANNA, "anna", WANG, "wang", "asked", null);
        writes(LI, "li", "SP20240001 is late");
        feed.look();

        assertThat(found("feeling", "angry")).containsExactly(WANG, MING);
        assertThat(found("number", "SP20240001")).containsExactly(LI, WANG, ANNA, MING);
        assertThat(said("wang", "mo-telegram"))
                .containsExactlyInAnyOrder(tuple("li", Verdict.DECLINED), tuple("anna", Verdict.ASKED));
        assertThat(old.texts(NUMBERED, "sp20240001")).contains(MING.toString(), ANNA.toString(), WANG.toString());
        assertThat(old.execute(UNNUMBER, MING.toString())).isEqualTo(1);
    }

    @Test
    void aMarkThatANodeBeforeLeavesBesideUsTiesNobodyAndIsTidiedAway() {
        told(MING);
        marked(MING, "told");
        marked(ANNA, "told");
        marked(LI, "said");
        assertThat(hallmarks.shared(MING, Set.of("mo-line", "mo-web", "mo-slack")))
                .isEmpty();

        try (var housekeeping = new Housekeeping(
                new Arrivals(store, clock),
                new DeskDrafts(store, journal, clock),
                new SentPictures(store, clock),
                new ActionFailures(store, clock),
                new OldVersions(store, clock, null),
                hallmarks)) {
            assertThat(housekeeping.tidy()).isTrue();
        }

        assertThat(store.list(
                        "select conversation, channel from person_mark",
                        row -> tuple(row.getString(1), row.getString(2))))
                .containsExactly(tuple(MING.toString(), "mo-line"));
    }

    private List<ConversationId> found(String name, String value) {
        return finder.find(new Search(Map.of(name, value), ZoneOffset.UTC), candidate -> true, 0, 30).stream()
                .map(Finder.Hit::conversation)
                .toList();
    }

    private List<String> words(ConversationId conversation) {
        return journal.after(conversation, 0, 10).stream()
                .map(JournalEntry::happening)
                .map(happening -> ((Received) happening).content().asText())
                .toList();
    }

    private long place(ConversationId conversation) {
        return journal.last(conversation, 1).getFirst().seq();
    }

    private List<Tuple> said(String person, String channel) {
        var contact = new Contact(channel, person);
        return unions.of(contact).stream()
                .map(pair ->
                        tuple(pair.beyond(contact).contact().id(), pair.said().verdict()))
                .toList();
    }

    private void told(ConversationId conversation) {
        profiles.tell(conversation, before -> before.with(Map.of("customer_id", "C1001")), "api:crm");
    }

    private void writes(ConversationId conversation, String person, String words) {
        store.write(
                conversation.toString(),
                transaction -> journal.append(
                        transaction,
                        new Received(conversation, NOON, words, Person.of(person), new Content.Text(words), NOON)));
    }

    private int count(String table) {
        return store.list("select count(*) from " + table, row -> row.getInt(1)).getFirst();
    }
}
