package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.persona.Guard;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an agent can do with a conversation, with the words the consumer gets to see. */
public final class LiveDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);
    private static final String TEAM = "care"; // where a script's reasons name none

    private final Store store;
    private final Desk desk;
    private final Personas personas;
    private final States states;
    private final Dialogue dialogue;
    private final Voice voice;
    private final Timers timers;
    private final Clock clock;

    public LiveDesk(
            Store store,
            Desk desk,
            Personas personas,
            States states,
            Dialogue dialogue,
            Voice voice,
            Timers timers,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.personas = personas;
        this.states = states;
        this.dialogue = dialogue;
        this.voice = voice;
        this.timers = timers;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** Somebody else was faster, or the conversation is no longer theirs; who has it now. */
        record TooLate(Ownership now) implements Outcome {}

        /** It may not be said; why, and what to say instead. */
        record Forbidden(List<Problem> why) implements Outcome {}
    }

    /** Takes a waiting conversation, or one that the persona still answers. The consumer reads {@code joined}. */
    public Outcome claim(ConversationId conversation, String agent, String alias) {
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Queued queued -> join(transaction, conversation, queued, queued.claim(agent, clock.instant()), alias);
            case Bot bot -> join(transaction, conversation, bot, bot.takeOver(agent, clock.instant()), alias);
            case Human human when human.agent().equals(agent) -> new Outcome.Done();
            case Human human -> new Outcome.TooLate(human);
        });
    }

    private Outcome join(
            Transaction transaction, ConversationId conversation, Ownership from, Human human, String alias) {
        desk.pass(transaction, conversation, from, human, "claimed");
        say(transaction, conversation, human.epoch(), dialogue::joined, alias);
        return new Outcome.Done();
    }

    /**
     * Says something in a conversation that the agent has.
     *
     * @param messageId the page's own id: sent twice, it is said once
     */
    public Outcome reply(ConversationId conversation, String agent, String alias, String messageId, Content content) {
        return having(conversation, agent, (transaction, human) -> {
            var forbidden = judge(states.load(transaction, conversation), conversation, content.asText()).stream()
                    .filter(Guard::forbids)
                    .toList();
            if (!forbidden.isEmpty()) {
                return new Outcome.Forbidden(forbidden);
            }
            voice.agent(transaction, conversation, agent + "\n" + messageId, alias, content, human.epoch());
            return new Outcome.Done();
        });
    }

    /** What is wrong with words that an agent is about to say in a conversation, by the persona's own rules. */
    public List<Problem> judge(ConversationId conversation, String words) {
        return judge(states.load(conversation), conversation, words);
    }

    private List<Problem> judge(Remembered remembered, ConversationId conversation, String words) {
        var live = personas.atHand(conversation, remembered, clock);
        var locale = live.persona().locales().pick(remembered.state().locale());
        return words.isBlank() ? List.of() : live.guard().judge(locale, words);
    }

    /** Gives it back to the persona. The consumer reads {@code back}. */
    public Outcome release(ConversationId conversation, String agent, String alias) {
        return having(conversation, agent, (transaction, human) -> {
            var bot = giveBack(transaction, conversation, human, "released");
            say(transaction, conversation, bot.epoch(), dialogue::back, alias);
            return new Outcome.Done();
        });
    }

    /** Ends the talk: the persona answers whatever comes next, and nothing is said now. */
    public Outcome close(ConversationId conversation, String agent) {
        return having(conversation, agent, (transaction, human) -> {
            giveBack(transaction, conversation, human, "closed");
            return new Outcome.Done();
        });
    }

    private Bot giveBack(Transaction transaction, ConversationId conversation, Human human, String why) {
        var bot = human.release();
        desk.pass(transaction, conversation, human, bot, why);
        voice.carry(transaction, conversation, human.epoch(), bot.epoch());
        var remembered = states.load(transaction, conversation);
        states.save(transaction, conversation, dialogue.afterPerson(remembered.state()), remembered.version());
        return bot;
    }

    private Outcome having(ConversationId conversation, String agent, BiFunction<Transaction, Human, Outcome> action) {
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Human human when human.agent().equals(agent) -> action.apply(transaction, human);
            case Ownership other -> new Outcome.TooLate(other);
        });
    }

    /**
     * Asks for a person where the persona cannot go on. What it has said still goes out, and whoever wrote is told that
     * somebody comes, unless that is what cannot be said.
     */
    void call(Transaction transaction, ConversationId conversation, String why) {
        if (!(desk.ownerOf(transaction, conversation) instanceof Bot bot)) {
            return; // somebody is there, or on the way
        }
        var outlook = desk.outlook(transaction);
        var queued = bot.ask(TEAM, why, clock.instant());
        desk.pass(transaction, conversation, bot, queued, why);
        voice.carry(transaction, conversation, bot.epoch(), queued.epoch());
        timers.promise(transaction, conversation, queued, outlook.waits());
        wordsFor(conversation, () -> {
                    var remembered = states.load(transaction, conversation);
                    var live = personas.atHand(conversation, remembered, clock);
                    var state = remembered.state();
                    return speech(
                            live,
                            state,
                            dialogue.waiting(live.persona(), state, clock.instant(), outlook.ahead(), outlook.waits()));
                })
                .ifPresent(speech -> say(transaction, conversation, queued.epoch(), speech));
    }

    /** What made the turn fail may keep its persona from saying so. */
    private static Optional<Voice.Speech> wordsFor(ConversationId conversation, Supplier<Voice.Speech> speech) {
        try {
            return Optional.of(speech.get());
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("nobody on {} can be told that a person comes", conversation.channel(), e);
            return Optional.empty();
        }
    }

    /** Words of the persona about who speaks, in the conversation's own language. */
    private void say(
            Transaction transaction, ConversationId conversation, long epoch, Announcement words, String alias) {
        var remembered = states.load(transaction, conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var state = remembered.state();
        say(transaction, conversation, epoch, speech(live, state, words.of(live.persona(), state, alias)));
    }

    private static Voice.Speech speech(LivePersona live, DialogueState state, Move.Say say) {
        return new Voice.Speech(live, live.persona().locales().pick(state.locale()), List.of(say));
    }

    private void say(Transaction transaction, ConversationId conversation, long epoch, Voice.Speech speech) {
        voice.persona(transaction, conversation, "epoch " + epoch, voice.judged(speech), null, epoch, Place.NONE);
    }

    private interface Announcement {
        Move.Say of(Persona persona, DialogueState state, String agent);
    }
}
