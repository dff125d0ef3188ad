package io.renhua.cli;

import io.renhua.retention.Account;
import io.renhua.retention.Forgetting;
import io.renhua.retention.Share;
import io.renhua.store.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is older than was promised leaves: now rather than tonight, or only on paper. */
@Command(
        description = {
            "Lets go of what people said longer ago than their persona promised to keep it (privacy: retain). A server does that",
            "every night; this does it now. What somebody is at work in stays until they are done. There is no way back.",
            ""
        },
        footer = {
            "",
            "  renhua forget --dry-run    # what would leave, channel by channel; nothing does",
            "  renhua forget              # it leaves"
        })
final class ForgetCommand implements Callable<Integer> {
    private final Supplier<Forgetting> open;

    @Option(names = "--dry-run", description = "Says what would leave. Nothing does.")
    private boolean dryRun;

    @Option(names = "--json", description = "The same as JSON, a channel a line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    ForgetCommand(Supplier<Forgetting> open) {
        this.open = open;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec);
        try (var forgetting = open.get()) {
            if (dryRun) {
                tell(forgetting.foreseen(), out);
                return 0;
            }
            var left = forgetting.now();
            left.ifPresentOrElse(
                    account -> tell(account, out),
                    () -> out.plain("Another node is at it, or this one stops. Try again in a while."));
            return left.isPresent() ? 0 : 1;
        }
    }

    private void tell(Account account, Paper out) {
        if (json) {
            account.shares().forEach(share -> out.plain(Json.write(share)));
            return;
        }
        account.shares().forEach(share -> entry(share, out));
        out.plain((dryRun ? "Would leave: " : "Left: ") + count(account.words(), "entry", "entries") + " of "
                + count(account.conversations(), "conversation", "conversations") + ", and "
                + count(account.media(), "picture or sound", "pictures and sounds") + ".");
    }

    private static void entry(Share share, Paper out) {
        var kept = share.persona() == null ? "" : ", kept for " + share.days() + " days";
        out.plain(share.channel() + kept + ": " + count(share.words(), "entry", "entries") + " of "
                + count(share.conversations(), "conversation", "conversations") + ", "
                + count(share.media(), "picture or sound", "pictures and sounds"));
        if (share.how() != null) {
            out.plain("  " + share.how());
        }
        if (share.overdueSince() != null) {
            out.plain("  " + count(share.staying(), "conversation stays", "conversations stay")
                    + " while somebody is at work there, overdue since " + day(share.overdueSince()));
        }
        held(share, out);
    }

    private static void held(Share share, Paper out) {
        if (share.held() > 0) {
            out.plain("  " + count(share.held(), "conversation stays", "conversations stay")
                    + " because somebody needs " + (share.held() == 1 ? "it" : "them") + " (legal hold)");
        }
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
