package io.renhua.cli;

import io.renhua.publishing.Kept;
import io.renhua.publishing.Publications;
import io.renhua.text.Wording;
import java.time.Duration;
import java.time.Instant;

/**
 * A link by which a colleague tries a version on the chat page.
 *
 * @param span for how long, as it was typed
 */
record TrialLink(String span) {
    static final String USUAL = "7d";
    static final String HELP = "For how long the link to try it works, such as 12h or 7d. Default: " + USUAL + ".";
    private static final Duration LONGEST = Duration.ofDays(90);

    Duration lasts() {
        var lasts = Span.of("--for", span);
        if (lasts.compareTo(LONGEST) > 0) {
            throw new UnreadablePersona(
                    Wording.of("--for is at most 90d, not %s: a trial that never ends is forgotten.", span));
        }
        return lasts;
    }

    void print(Publications publications, Kept version, Instant now, Paper out) {
        var until = now.plus(lasts());
        var link = publications.link(version.persona(), version.address(), until);
        out.plain(Wording.of("To try it, also on a phone, until %s: %s", HistoryCommand.minute(until), link));
        if (link.contains("//localhost")) {
            out.plain(Wording.of(
                    "A phone reaches it once renhua.public-url in config/application.yml is an address it can open."));
        }
    }
}
