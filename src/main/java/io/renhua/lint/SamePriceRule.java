package io.renhua.lint;

import io.renhua.persona.Campaign;
import io.renhua.persona.Campaign.Coupon;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** L6: whom we take somebody for changes our words, and never price or terms. */
final class SamePriceRule implements LintRule {
    private static final Set<String> WHO = Set.of("audience", "tag", "feeling");
    private static final Pattern PRICE = Pattern.compile("(?:nt\\$|us\\$|hk\\$|[$€£¥])\\s?\\d+(?:[.,]\\d+)*"
            + "|\\d+(?:[.,]\\d+)*\\s?(?:元|塊|块|圓|円|%|percent|dollars?|euros?)|[\\d一二三四五六七八九]+(?:\\.\\d)?折"
            + "|\\d+\\s?(?:天|日|days?)(?=[內内]|[^,.。，]{0,12}(?:退|return))");

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.lines().values().forEach(line -> line(line, persona, findings));
        coupons(persona, findings);
    }

    private static void line(Line line, Persona persona, Findings findings) {
        for (var locale : persona.locales().offered()) {
            var forAll = line.says().stream()
                    .filter(variant -> !isForSome(variant))
                    .flatMap(variant -> prices(variant, locale).stream())
                    .collect(Collectors.toSet());
            for (int i = 0; i < line.says().size(); i++) {
                var variant = line.says().get(i);
                var own = new HashSet<>(prices(variant, locale));
                own.removeAll(forAll);
                if (isForSome(variant) && !own.isEmpty()) {
                    var path = Utterance.path(line) + ".says[" + i + "].text";
                    var said =
                            new Utterance(path, "lines", locale, variant.text().in(locale));
                    var why = Wording.of(
                            "only some people hear %s",
                            String.join(", ", own.stream().sorted().toList()));
                    findings.error(
                            said, Rule.L6, why, "the same price and terms for everybody, in the other variants too");
                }
            }
        }
    }

    /** The same codes on other terms for others, at the same time. */
    private static void coupons(Persona persona, Findings findings) {
        var before = new ArrayList<Campaign>();
        for (var campaign : persona.outreach().campaigns().values()) {
            before.stream()
                    .filter(other -> sameCodes(other, campaign) && !sameTerms(other, campaign))
                    .forEach(other -> findings.error(
                            Utterance.gift(campaign),
                            Rule.L6,
                            Wording.of("who gets this gets other terms than those of %s", other.id()),
                            "the same each, expires and terms, or another pool"));
            before.add(campaign);
        }
    }

    private static boolean sameCodes(Campaign one, Campaign other) {
        return one.gift() instanceof Coupon a
                && other.gift() instanceof Coupon b
                && a.pool().equals(b.pool())
                && !one.plan().who().equals(other.plan().who());
    }

    private static boolean sameTerms(Campaign one, Campaign other) {
        return one.gift() instanceof Coupon a
                && other.gift() instanceof Coupon b
                && a.each() == b.each()
                && a.needs().equals(b.needs())
                && Objects.equals(a.expires(), b.expires())
                && Objects.equals(a.terms(), b.terms());
    }

    private static boolean isForSome(Variant variant) {
        return SureFacts.mentioned(variant.when()).anyMatch(is -> WHO.contains(is.fact()));
    }

    private static Set<String> prices(Variant variant, String locale) {
        return PRICE.matcher(variant.text().in(locale).toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group().replaceAll("\\s", ""))
                .collect(Collectors.toSet());
    }
}
