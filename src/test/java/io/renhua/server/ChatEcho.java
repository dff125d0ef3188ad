package io.renhua.server;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers where the house has no dialogue: greets who comes in, and says back what it hears, or what it is told to. */
final class ChatEcho implements AutoCloseable {
    private static final Speaker PAO = new Speaker(Speaker.Kind.BOT, "泡小拾");
    private static final Speaker MEI = new Speaker(Speaker.Kind.HUMAN, "小美");

    private final Store store;
    private final Journal journal;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<ConversationId, Long> answered = new ConcurrentHashMap<>();
    private final Journal.Listening listening;

    ChatEcho(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
        this.listening = journal.listen(conversation -> thread.execute(() -> answer(conversation)));
    }

    private void answer(ConversationId conversation) {
        for (var entry : journal.after(conversation, answered.getOrDefault(conversation, 0L), 100)) {
            answered.put(conversation, entry.seq());
            if (entry.happening() instanceof Happening.Received received) {
                store.write(
                        conversation.toString(), transaction -> answer(transaction, conversation, received.content()));
            }
        }
    }

    private void answer(Transaction transaction, ConversationId conversation, Content heard) {
        switch (heard.asText()) {
            case "silence" -> {}
            case "a secret" -> say(transaction, conversation, PAO, new Content.Text("too late"), State.WITHHELD);
            case "a person" -> {
                journal.append(
                        transaction, new Happening.Passed(conversation, clock.instant(), 1, "human", "mei", null));
                say(transaction, conversation, MEI, new Content.Text("我是小美，我來處理。"), State.SENT);
            }
            case "[opened]" -> greet(transaction, conversation);
            case String text -> say(transaction, conversation, PAO, new Content.Text("你說：" + text), State.SENT);
        }
    }

    private void greet(Transaction transaction, ConversationId conversation) {
        say(transaction, conversation, PAO, new Content.Text("先說一聲，我是 AI。"), State.SENT);
        var choices = List.of(
                new Choice("pick_tea", "幫我挑茶"),
                new Choice("order_status", "查包裹"),
                new Choice("handoff.explicit", "找真人"));
        say(transaction, conversation, PAO, new Content.Choices("嗨，我是泡小拾。想找茶、查包裹，還是隨便聊聊？", choices), State.SENT);
    }

    /** Says one bubble, as the outbox would. */
    void say(Transaction transaction, ConversationId conversation, Speaker speaker, Content content, State state) {
        var id = UUID.randomUUID().toString();
        var now = clock.instant();
        journal.append(transaction, new Happening.Said(conversation, now, id, content, speaker, 0, "pao", "1", "echo"));
        journal.append(transaction, new Happening.Settled(conversation, now, id, state, null));
    }

    void say(ConversationId conversation, Content content) {
        say(conversation, PAO, content);
    }

    void say(ConversationId conversation, Speaker speaker, Content content) {
        store.write(
                conversation.toString(), transaction -> say(transaction, conversation, speaker, content, State.SENT));
    }

    @Override
    public void close() {
        listening.close();
        thread.shutdownNow();
    }
}
