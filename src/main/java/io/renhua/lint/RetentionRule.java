package io.renhua.lint;

import io.renhua.persona.Persona;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** L12: the script says how long words are kept, and that is not too long. */
final class RetentionRule implements LintRule {
    /** China's E-Commerce Law, article 31, wants records of trade for three years; longer needs a reason of its own. */
    private static final long MOST = 3 * 365 + 1;

    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    @Override
    public void judge(Persona persona, Findings findings) {
        if (!persona.privacy().stated()) {
            findings.error("privacy.retain", Rule.L12, "nothing says how long words are kept", "retain: {chat: 180d}");
        }
        atMost("privacy.retain.chat", persona.privacy().chat(), findings);
        atMost("privacy.retain.media", persona.privacy().media(), findings);
    }

    private static void atMost(String path, Period kept, Findings findings) {
        long days = ChronoUnit.DAYS.between(ANY_DAY, ANY_DAY.plus(kept));
        if (days > MOST) {
            var why = "kept for " + days + " days, the most is " + MOST;
            findings.error(path, Rule.L12, why, "180d, or what the purpose needs");
        }
    }
}
