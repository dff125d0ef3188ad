package io.renhua.server;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.message.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does at the desk, as their page tells it.
 *
 * @param text a reply, or a note
 * @param messageId the page's own id of a reply: sent twice, it is said once
 * @param seen up to where the page showed the conversation when a reply was sent
 * @param to the login of a colleague
 * @param team another team
 * @param until when something that is put off comes back
 * @param topic what a conversation that is resolved was about
 * @param anyway whether it is resolved although points of the checklist are open
 * @param questions what becomes of an open form: {@code go_on}, {@code facts_stay}, {@code forgotten}
 * @param enclosed what goes along with a reply
 * @param why a supervisor takes a conversation from somebody
 */
record DeskAct(
        @Nullable String conversation,
        @Nullable String text,
        @Nullable String messageId,
        @Nullable Long seen,
        @Nullable String to,
        @Nullable String team,
        @Nullable Instant until,
        @Nullable String topic,
        @Nullable Boolean anyway,
        @Nullable String questions,
        @Nullable String why,
        @Nullable Enclosed enclosed) {
    static final int LONGEST = 4_000;
    static final int LONGEST_TOPIC = 80;
    private static final Duration LONGEST_HOLD = Duration.ofDays(90);

    /** Nothing but the conversation. */
    static DeskAct plain(ConversationId conversation) {
        return new DeskAct(conversation.toString(), null, null, null, null, null, null, null, null, null, null, null);
    }

    static DeskAct saying(
            ConversationId conversation,
            String words,
            @Nullable String messageId,
            @Nullable Long seen,
            @Nullable Enclosed enclosed) {
        return new DeskAct(
                conversation.toString(), words, messageId, seen, null, null, null, null, null, null, null, enclosed);
    }

    static DeskAct noting(ConversationId conversation, String words) {
        return saying(conversation, words, null, null, null);
    }

    static DeskAct passing(ConversationId conversation, String team) {
        return new DeskAct(conversation.toString(), null, null, null, null, team, null, null, null, null, null, null);
    }

    static DeskAct holding(ConversationId conversation, @Nullable Instant until) {
        return new DeskAct(conversation.toString(), null, null, null, null, null, until, null, null, null, null, null);
    }

    static DeskAct resolving(ConversationId conversation, String topic) {
        return new DeskAct(conversation.toString(), null, null, null, null, null, null, topic, null, null, null, null);
    }

    /** The same with another conversation. */
    DeskAct in(ConversationId other) {
        return new DeskAct(
                other.toString(), text, messageId, seen, to, team, until, topic, anyway, questions, why, enclosed);
    }

    ConversationId with() {
        return ConversationId.parse(conversation == null ? "" : conversation);
    }

    String words() {
        return text == null ? "" : text.strip();
    }

    /** @throws IllegalArgumentException when there is nothing to say, or too much */
    String needed() {
        return needed(text, LONGEST);
    }

    String topicNeeded() {
        return needed(topic, LONGEST_TOPIC);
    }

    String whyNeeded() {
        return needed(why, LONGEST_TOPIC);
    }

    String id() {
        return needed(messageId, LONGEST_TOPIC);
    }

    /** Pages that do not tell are taken to have seen everything. */
    long upTo() {
        return seen == null ? Long.MAX_VALUE : seen;
    }

    Receiver receiver() {
        return new Receiver(filled(to), filled(team));
    }

    boolean isAnyway() {
        return Boolean.TRUE.equals(anyway);
    }

    Instant later(Clock clock) {
        var now = clock.instant();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_HOLD))) {
            throw new IllegalArgumentException("something is put off to a moment within 90 days");
        }
        return until;
    }

    OpenQuestions openQuestions() {
        return questions == null ? OpenQuestions.FACTS_STAY : OpenQuestions.valueOf(questions.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String filled(@Nullable String said) {
        return said == null || said.isBlank() ? null : said;
    }

    private static String needed(@Nullable String said, int longest) {
        var text = said == null ? "" : said.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException("1 to " + longest + " characters are needed");
        }
        return text;
    }
}
