package io.renhua.cli;

import io.renhua.access.Programs;
import io.renhua.conversation.DeadLetters;
import io.renhua.hook.Hooks;
import io.renhua.learning.PastChats;
import io.renhua.learning.Shelf;
import io.renhua.publishing.Publications;
import io.renhua.retention.Forgetting;
import io.renhua.store.StoreMove;
import io.renhua.why.Explanations;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What commands reach beyond the files of personas: the store, by itself or through the server that has it open, and the
 * platforms. Each is opened by the command that needs it.
 *
 * @param shelf what was not understood
 * @param letters what was put aside
 * @param publications what was published
 * @param past what people said before
 * @param explanations why something was said
 * @param hooks how it goes with those who are told what happens
 * @param programs which programs are let in
 * @param forgetting lets go of what is kept no longer
 * @param accounts of a persona, by its id
 * @param backup writes a copy of the store to a file
 * @param move from the file of our own to the PostgreSQL that is configured
 */
public record Reach(
        Supplier<Shelf> shelf,
        Supplier<DeadLetters> letters,
        Supplier<Publications> publications,
        Supplier<PastChats> past,
        Supplier<Explanations> explanations,
        Supplier<Hooks> hooks,
        Supplier<Programs> programs,
        Supplier<Forgetting> forgetting,
        Function<String, Accounts> accounts,
        Consumer<Path> backup,
        Supplier<StoreMove> move) {}
