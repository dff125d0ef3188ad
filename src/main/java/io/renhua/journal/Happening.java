package io.renhua.journal;

import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a conversation; named in the past tense, never changed afterwards. */
public sealed interface Happening {
    ConversationId conversation();

    Instant at();

    /** A bubble or event came in. */
    record Received(
            ConversationId conversation, Instant at, String messageId, Person person, Content content, Instant sentAt)
            implements Happening {}

    /**
     * What the persona made of it.
     *
     * @param intent the line that was meant; null when nothing was understood or nothing needed understanding
     * @param band the trust in it, by name
     */
    record Understood(
            ConversationId conversation,
            Instant at,
            String messageId,
            String persona,
            String version,
            String locale,
            @Nullable String intent,
            double confidence,
            String band)
            implements Happening {}

    /**
     * A bubble was put on its way.
     *
     * @param outboundId of the call that carries it
     * @param epoch the owner's epoch it was said in
     * @param line the script's line it came from; null for a person's words
     * @param actor the login of the agent who wrote it; null for the persona's words, and in what is older than this
     */
    record Said(
            ConversationId conversation,
            Instant at,
            String outboundId,
            Content content,
            Speaker speaker,
            long epoch,
            @Nullable String persona,
            @Nullable String version,
            @Nullable String line,
            @Nullable String actor)
            implements Happening {

        /** Nobody at the desk wrote it. */
        public Said(
                ConversationId conversation,
                Instant at,
                String outboundId,
                Content content,
                Speaker speaker,
                long epoch,
                @Nullable String persona,
                @Nullable String version,
                @Nullable String line) {
            this(conversation, at, outboundId, content, speaker, epoch, persona, version, line, null);
        }
    }

    /** What became of a call: the latest counts. */
    record Settled(
            ConversationId conversation,
            Instant at,
            String outboundId,
            State state,
            @Nullable String why) implements Happening {
        public enum State {
            SENT,
            POSTPONED,
            IN_DOUBT,
            REFUSED,
            WITHHELD
        }
    }

    /**
     * The conversation changed hands.
     *
     * @param owner {@code bot}, {@code queued}, {@code offered}, {@code human}, {@code transfer}, {@code hold},
     *     {@code wrap} or {@code closed}
     * @param by the login of the agent it is with or goes to, the team's name, or null for the bot
     * @param actor the login of whoever did it; null when nobody at the desk did
     * @param asked what goes along while somebody waits for a person; null where nobody does, and of earlier versions
     */
    record Passed(
            ConversationId conversation,
            Instant at,
            long epoch,
            String owner,
            @Nullable String by,
            @Nullable String why,
            @Nullable String actor,
            @Nullable Asked asked)
            implements Happening {

        /** Nobody waits for a person. */
        public Passed(
                ConversationId conversation,
                Instant at,
                long epoch,
                String owner,
                @Nullable String by,
                @Nullable String why,
                @Nullable String actor) {
            this(conversation, at, epoch, owner, by, why, actor, null);
        }

        /** Nobody at the desk did it. */
        public Passed(
                ConversationId conversation,
                Instant at,
                long epoch,
                String owner,
                @Nullable String by,
                @Nullable String why) {
            this(conversation, at, epoch, owner, by, why, null);
        }

        /**
         * What somebody asks a person for.
         *
         * @param team that is to take it
         * @param why the reason of the script, or what became of the person who had it
         * @param rank {@code urgent}, {@code front} or {@code ordinary}
         * @param since when they wait
         * @param slots what they told in the form that was open, by name
         */
        public record Asked(String team, String why, String rank, Instant since, Map<String, String> slots) {
            public Asked {
                slots = Map.copyOf(slots);
            }
        }
    }

    /**
     * A turn could not be finished, or somebody at the desk left word for the others; says which and why.
     *
     * @param actor the login of whoever did; null when nobody did
     */
    record Noted(
            ConversationId conversation,
            Instant at,
            String kind,
            String why,
            @Nullable String actor) implements Happening {

        public Noted(ConversationId conversation, Instant at, String kind, String why) {
            this(conversation, at, kind, why, null);
        }
    }
}
