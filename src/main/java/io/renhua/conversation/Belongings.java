package io.renhua.conversation;

import io.renhua.conversation.Fate.Apart;
import io.renhua.conversation.Fate.ByAge;
import io.renhua.conversation.Fate.Counted;
import io.renhua.conversation.Fate.OfItsOwn;
import io.renhua.conversation.Fate.WithTheLast;
import io.renhua.conversation.Fate.WithTheWord;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one place that knows what belongs to a conversation, table by table, and lets go of it: all at once for somebody who is
 * erased, and by their age the words that are kept no longer.
 */
public final class Belongings {
    private static final Fate WITH_THE_WORD = new WithTheWord(true);
    private static final Fate WITH_THE_LAST = new WithTheLast();

    private static final Map<String, Fate> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("journal", WITH_THE_WORD),
            Map.entry("missed", new WithTheWord(false)),
            Map.entry("searched_bubble", WITH_THE_WORD),
            Map.entry("searched_number", new WithTheWord(false)),
            Map.entry("wrong_answer", WITH_THE_WORD),
            Map.entry("draft", new ByAge("written_at")),
            Map.entry("errand", new ByAge("until_at")),
            Map.entry("hook_delivery", new ByAge("at")),
            Map.entry("inbox", new ByAge("received_at")),
            Map.entry("outbox", new ByAge("created_at")),
            Map.entry("tick", new ByAge("at")),
            Map.entry("human_stretch", new Counted("ended_at", "topic = null")), // agents write freely
            Map.entry("rating", new Counted("asked_at", "remark = null, telling_at = null")),
            Map.entry("dialogue_state", WITH_THE_LAST),
            Map.entry("flood", WITH_THE_LAST),
            Map.entry("lane", WITH_THE_LAST),
            Map.entry("ownership", WITH_THE_LAST),
            Map.entry("person_fact", WITH_THE_LAST),
            Map.entry("person_mark", WITH_THE_LAST),
            Map.entry("person_pair", WITH_THE_LAST),
            Map.entry("read_mark", WITH_THE_LAST),
            Map.entry("searched_trait", WITH_THE_LAST),
            Map.entry("tag", WITH_THE_LAST),
            Map.entry("timer", WITH_THE_LAST),
            Map.entry("trial_visit", WITH_THE_LAST),
            Map.entry("legal_hold", new OfItsOwn(true)), // until its day
            Map.entry("person_block", new OfItsOwn(true)), // as long as it holds
            Map.entry("sent_picture", new OfItsOwn(true)), // as long as the persona keeps pictures
            Map.entry("sent_picture_part", new OfItsOwn(true)),
            Map.entry("taken", new OfItsOwn(false)), // keys, for seven days
            Map.entry("action_failure", new Apart()),
            Map.entry("agent_miss", new Apart()),
            Map.entry("api_token", new Apart()),
            Map.entry("canned_reply", new Apart()),
            Map.entry("departure", new Apart()),
            Map.entry("desk_agent", new Apart()),
            Map.entry("desk_probe", new Apart()),
            Map.entry("ended_session", new Apart()),
            Map.entry("file_part", new Apart()),
            Map.entry("hook", new Apart()),
            Map.entry("invitation", new Apart()),
            Map.entry("key_choice", new Apart()),
            Map.entry("macro", new Apart()),
            Map.entry("media_left", new Apart()),
            Map.entry("missed_decision", new Apart()), // masked, and chosen by somebody to stay
            Map.entry("missed_until", new Apart()),
            Map.entry("node", new Apart()),
            Map.entry("notice_choice", new Apart()),
            Map.entry("own_key", new Apart()),
            Map.entry("promise", new Apart()),
            Map.entry("publication", new Apart()),
            Map.entry("relayed", new Apart()),
            Map.entry("review", new Apart()),
            Map.entry("shared_token", new Apart()),
            Map.entry("spoken", new Apart()),
            Map.entry("staff", new Apart()),
            Map.entry("version_file", new Apart())));

    /** The other end of a pair, which stands under the name of the one. */
    private static final String PAIRED = "delete from person_pair where other_conversation = ?";

    /** What was told of them, and by what they would be known again. */
    private static final List<String> KNOWN = List.of("person_fact", "person_mark");

    private Belongings() {}

    /** What becomes of the rows of each table there is. */
    public static Map<String, Fate> fates() {
        return Map.copyOf(TABLES);
    }

    /** Lets go of a whole conversation, whatever is kept of it and why. */
    static void erase(Transaction transaction, ConversationId conversation, ConversationId tombstone) {
        var id = conversation.toString();
        unnamed()
                .forEach(table -> transaction.update(
                        "delete from " + table + " where seq in (select seq from journal where conversation = ?)", id));
        transaction.update(
                "delete from taken where channel = ? and message_id like ?",
                conversation.channel(),
                literally(conversation.thread()) + ":%"); // where a platform numbers nothing, the key names the sender
        transaction.update(PAIRED, id);
        TABLES.forEach((table, fate) -> {
            switch (fate) {
                case Counted(var since, var blanked) -> count(transaction, table, blanked, id, tombstone);
                case WithTheWord(var named) when named -> delete(transaction, table, id);
                case OfItsOwn(var named) when named -> delete(transaction, table, id);
                case WithTheLast _, ByAge _ -> delete(transaction, table, id);
                case WithTheWord _, OfItsOwn _, Apart _ -> {}
            }
        });
    }

    /** What goes with a word and is found by it alone: before the word itself goes. */
    private static Stream<String> unnamed() {
        return TABLES.entrySet().stream()
                .filter(table -> table.getValue() instanceof WithTheWord(var named) && !named)
                .map(Map.Entry::getKey);
    }

    private static String literally(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static void delete(Transaction transaction, String table, String id) {
        transaction.update("delete from " + table + " where conversation = ?", id);
    }

    private static void count(
            Transaction transaction, String table, String blanked, String id, ConversationId tombstone) {
        transaction.update(
                "update " + table + " set conversation = ?, " + blanked + " where conversation = ?",
                tombstone.toString(),
                id);
    }

    /** Lets go of what is known of whoever writes there; what they said stays. */
    static void leaveKnown(Transaction transaction, ConversationId conversation) {
        KNOWN.forEach(table -> delete(transaction, table, conversation.toString()));
    }

    /** Lets go of some of its words, by their places in the journal, and of what was made from them. */
    public static void leave(Transaction transaction, ConversationId conversation, Collection<Long> places) {
        TABLES.forEach((table, fate) -> {
            if (fate instanceof WithTheWord(var named)) {
                transaction
                        .handle()
                        .createUpdate("delete from " + table + " where seq in (<places>)"
                                + (named ? " and conversation = :conversation" : ""))
                        .bindList("places", places)
                        .bindMap(named ? Map.of("conversation", conversation.toString()) : Map.of())
                        .execute();
            }
        });
    }

    /** Lets go of what else is of some time; what is counted stays, and leads to nobody any more. */
    public static void leave(Transaction transaction, ConversationId conversation, Instant from, Instant to) {
        var id = conversation.toString();
        var tombstone = Erasures.tombstone(conversation).toString();
        TABLES.forEach((table, fate) -> {
            switch (fate) {
                case ByAge(var since) ->
                    transaction.update(
                            "delete from " + table + " where conversation = ? and " + since + " >= ? and " + since
                                    + " < ?",
                            id,
                            from,
                            to);
                case Counted(var since, var blanked) ->
                    transaction.update(
                            "update " + table + " set conversation = ?, " + blanked + " where conversation = ? and "
                                    + since + " >= ? and " + since + " < ?",
                            tombstone,
                            id,
                            from,
                            to);
                case WithTheWord _, WithTheLast _, OfItsOwn _, Apart _ -> {}
            }
        });
        States.forget(transaction, conversation, to);
    }

    /** Lets go of what is left once no word is. Who is blocked stays so, and pictures have a time of their own. */
    public static void leaveLast(Transaction transaction, ConversationId conversation, Instant now) {
        var id = conversation.toString();
        var tombstone = Erasures.tombstone(conversation);
        TABLES.forEach((table, fate) -> {
            switch (fate) {
                case Counted(var since, var blanked) -> count(transaction, table, blanked, id, tombstone);
                case ByAge _, WithTheLast _ -> delete(transaction, table, id);
                case WithTheWord _, OfItsOwn _, Apart _ -> {}
            }
        });
        transaction.update(PAIRED, id);
        transaction.update(
                "delete from person_block where conversation = ? and (state = 'asked' or until_at <= ?)", id, now);
    }
}
