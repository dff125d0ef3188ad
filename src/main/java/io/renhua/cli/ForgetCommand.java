package io.renhua.cli;

import io.renhua.retention.Account;
import io.renhua.retention.Forgetting;
import io.renhua.retention.Share;
import io.renhua.store.Json;
import io.renhua.text.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    ForgetCommand(Supplier<Forgetting> open) {
        this.open = open;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        try (var forgetting = open.get()) {
            if (dryRun) {
                tell(forgetting.foreseen(), out);
                return 0;
            }
            var left = forgetting.now();
            left.ifPresentOrElse(
                    account -> tell(account, out),
                    () -> out.plain(Wording.of("Another node is at it, or this one stops. Try again in a while.")));
            return left.isPresent() ? 0 : 1;
        }
    }

    private void tell(Account account, Paper out) {
        if (json) {
            account.shares().forEach(share -> out.plain(Json.write(share)));
            return;
        }
        account.shares().forEach(share -> entry(share, out));
        out.plain(Wording.of(
                dryRun ? "Would leave: %s of %s, and %s." : "Left: %s of %s, and %s.",
                entries(account.words()),
                conversations(account.conversations()),
                media(account.media())));
    }

    private static void entry(Share share, Paper out) {
        var kept = share.persona() == null
                ? Wording.of(share.channel())
                : Wording.of("%s, kept for %s days", share.channel(), share.days());
        out.plain(Wording.of(
                "%s: %s of %s, %s",
                kept, entries(share.words()), conversations(share.conversations()), media(share.media())));
        if (share.how() != null) {
            out.plain("  " + out.told(Wording.recalled(share.how())));
        }
        if (share.overdueSince() != null) {
            out.plain("  "
                    + out.told(Wording.of(
                            share.staying() == 1
                                    ? "%s stays while somebody is at work there, overdue since %s"
                                    : "%s stay while somebody is at work there, overdue since %s",
                            conversations(share.staying()),
                            day(share.overdueSince()))));
        }
        if (share.held() > 0) {
            out.plain("  "
                    + out.told(Wording.of(
                            share.held() == 1
                                    ? "%s stays because somebody needs it (legal hold)"
                                    : "%s stay because somebody needs them (legal hold)",
                            conversations(share.held()))));
        }
    }

    private static Wording entries(long number) {
        return Wording.of(number == 1 ? "%s entry" : "%s entries", number);
    }

    private static Wording conversations(long number) {
        return Wording.of(number == 1 ? "%s conversation" : "%s conversations", number);
    }

    private static Wording media(long number) {
        return Wording.of(number == 1 ? "%s picture or sound" : "%s pictures and sounds", number);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
