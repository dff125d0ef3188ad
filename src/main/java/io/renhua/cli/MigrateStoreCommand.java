package io.renhua.cli;

import io.renhua.store.StoreMove;
import io.renhua.text.Wording;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** From one machine to several: everything that happened goes along. */
@Command(
        description = {
            "Moves everything from the file under renhua.data to the empty PostgreSQL that renhua.store.url and",
            "renhua.store.password name. Stop the server first. It is all moved and compared, or nothing is.",
            ""
        })
final class MigrateStoreCommand implements Callable<Integer> {
    private final Supplier<StoreMove> moves;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    MigrateStoreCommand(Supplier<StoreMove> moves) {
        this.moves = moves;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        moves.get()
                .run(moved -> out.plain(Wording.of(
                        "%s rows, checksum %s  %s", "%,10d".formatted(moved.rows()), moved.checksum(), moved.table())));
        out.line(Wording.of(
                "Everything is in the PostgreSQL now, and is the same there. Start the servers with these settings."));
        out.line(Wording.of("The file under renhua.data is as it was; keep it until you are content, then remove it."));
        return 0;
    }
}
