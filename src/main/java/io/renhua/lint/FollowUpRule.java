package io.renhua.lint;

import io.renhua.persona.FollowUp;
import io.renhua.persona.FollowUp.Kind;
import io.renhua.persona.Persona;
import io.renhua.text.Han;
import java.util.Locale;
import java.util.regex.Pattern;

/** L9, C7: who did not ask is left in peace, can end it with a word, and is spoken to only where the platform lets us. */
final class FollowUpRule implements LintRule {
    private static final Pattern STOP =
            Pattern.compile("\\btd\\b|\\bstop\\b|unsubscribe|opt out|退订|取消订阅|回复?t\\b|不想再?收|不再收");

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.outreach().followUps().values().forEach(later -> {
            window(later, findings);
            if (later.kind() == Kind.PROMO) {
                manners(later, findings);
                stop(later, findings);
            }
        });
    }

    private static void window(FollowUp later, Findings findings) {
        if (later.template() == null && !later.onlyIf().contains("window_open")) {
            var why = "this can be due when the platform lets nobody speak first";
            findings.error(
                    path(later), Rule.C7, why, "only_if: [window_open], or a template that the platform approved");
        }
    }

    private static void manners(FollowUp later, Findings findings) {
        if (!later.onlyIf().contains("opted_in")) {
            findings.error(path(later), Rule.L9, "this goes to people who never said yes", "only_if: [opted_in]");
        }
        if (later.cap() == null) {
            findings.error(path(later), Rule.L9, "nothing says how often at most", "cap: {week: 1}");
        }
        if (later.quiet() == null) {
            findings.error(path(later), Rule.L9, "this may wake people", "quiet: \"21:30-09:30\"");
        }
    }

    private static void stop(FollowUp later, Findings findings) {
        later.say().byLocale().forEach((locale, text) -> {
            if (!STOP.matcher(Han.simplified(text).toLowerCase(Locale.ROOT)).find()) {
                var said = new Utterance(path(later) + ".say", "followups", locale, text);
                findings.error(said, Rule.L9, "nobody is told how to end this", text + way(locale));
            }
        });
    }

    private static String way(String locale) {
        return switch (locale) {
            case "zh-Hant" -> "不想收回 TD。";
            case "zh-Hans" -> "不想收回 TD。";
            default -> " Reply STOP to end.";
        };
    }

    private static String path(FollowUp later) {
        return "followups." + later.id();
    }
}
