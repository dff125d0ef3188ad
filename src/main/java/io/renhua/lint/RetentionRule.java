package io.renhua.lint;

import io.renhua.persona.Pack;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** L12: the script says how long words are kept, and that is not longer than the packs of where it is spoken say. */
final class RetentionRule implements LintRule {
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    @Override
    public void judge(Persona persona, Findings findings) {
        if (!persona.privacy().stated()) {
            findings.error("privacy.retain", Rule.L12, "nothing says how long words are kept", "retain: {chat: 180d}");
        }
        strictest(persona).ifPresent(limit -> {
            atMost("privacy.retain.chat", persona.privacy().chat(), limit, findings);
            atMost("privacy.retain.media", persona.privacy().media(), limit, findings);
        });
    }

    /** How long, and which pack says so. */
    private record Limit(long days, Pack pack) {}

    private static Optional<Limit> strictest(Persona persona) {
        return persona.locales().offered().stream()
                .flatMap(locale -> holding(Pack.home(locale), persona.packs().values()))
                .flatMap(pack -> Stream.ofNullable(pack.most()).map(most -> new Limit(days(most), pack)))
                .min(Comparator.comparingLong(Limit::days));
    }

    /** Those of a region; those of any where it has none. */
    private static Stream<Pack> holding(String region, Collection<Pack> packs) {
        var about = packs.stream().filter(pack -> pack.most() != null).toList();
        var own = about.stream().filter(pack -> pack.isOf(region)).toList();
        return own.isEmpty() ? about.stream().filter(pack -> pack.isOf(Pack.ANY)) : own.stream();
    }

    private static void atMost(String path, Period kept, Limit limit, Findings findings) {
        if (days(kept) > limit.days()) {
            var why = Wording.of(
                    "kept for %s days, the most is %s: pack %s of %s",
                    days(kept), limit.days(), limit.pack().id(), limit.pack().date());
            findings.error(path, Rule.L12, why, "180d, or what the purpose needs");
        }
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(ANY_DAY, ANY_DAY.plus(period));
    }
}
