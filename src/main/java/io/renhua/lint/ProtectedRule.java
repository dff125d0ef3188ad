package io.renhua.lint;

import io.renhua.persona.Audience;
import io.renhua.persona.FollowUp;
import io.renhua.persona.Line;
import io.renhua.persona.Line.Lock;
import io.renhua.persona.Persona;
import io.renhua.persona.Trigger;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** L14: nothing is sold to minors, nor to somebody who was just in danger or is unhappy. */
final class ProtectedRule implements LintRule {
    private static final Pattern MINOR = Pattern.compile(
            "(?i).*(minors?|kids?|child(ren)?|teens?|teenagers?|pupils?|under_?1[0-8]|未成年|兒童|儿童|小孩|學童|学童|青少年|國中生|国中生|小學生|小学生|中學生|中学生).*");
    private static final Set<String> UNHAPPY = Set.of("angry", "sad");

    @Override
    public void judge(Persona persona, Findings findings) {
        minors(persona, findings);
        age(persona, findings);
        UNHAPPY.forEach(feeling -> {
            if (persona.outreach().offers().containsKey(feeling)) {
                var path = "feelings." + feeling + ".offer";
                findings.error(
                        path, Rule.L14, Wording.of("something is offered to people who are %s", feeling), "no offer");
            }
        });
        persona.lines().values().stream().filter(Line::neverSells).forEach(line -> crisis(line, persona, findings));
    }

    private static void minors(Persona persona, Findings findings) {
        var minors = persona.audiences().stream()
                .filter(ProtectedRule::isOfMinors)
                .map(Audience::id)
                .toList();
        persona.outreach()
                .campaigns()
                .values()
                .forEach(campaign ->
                        told(campaign.plan().who(), minors, "campaigns." + campaign.id() + ".plan.who", findings));
        if (persona.outreach().group() != null) {
            told(persona.outreach().group().who(), minors, "community.group.who", findings);
        }
    }

    private static void told(List<String> who, List<String> minors, String path, Findings findings) {
        who.stream()
                .filter(minors::contains)
                .forEach(each -> findings.error(
                        path, Rule.L14, Wording.of("this is aimed at minors: %s", each), "other audiences"));
    }

    private static boolean isOfMinors(Audience audience) {
        return MINOR.matcher(audience.id()).matches()
                || SureFacts.mentioned(audience.when())
                        .anyMatch(is -> MINOR.matcher(is.value()).matches());
    }

    private static void age(Persona persona, Findings findings) {
        boolean sells = !persona.outreach().campaigns().isEmpty()
                || persona.outreach().followUps().values().stream()
                        .anyMatch(later -> later.kind() == FollowUp.Kind.PROMO);
        if (sells && persona.privacy().minorsUnder() == 0) {
            var why = "nothing says below which age nobody is sold anything";
            findings.error("privacy", Rule.L14, why, "minors_under: 14, or as the law has it");
        }
    }

    private static void crisis(Line line, Persona persona, Findings findings) {
        for (var each : Placed.of(line)) {
            var card = each.variant().card();
            var selling = new ArrayList<>(each.variant().quick());
            selling.removeIf(target -> target.startsWith("handoff."));
            if (!selling.isEmpty() || (card != null && card.button() != null)) {
                var why = line.lock() == Lock.CRISIS
                        ? "somebody in danger is led back to the shop"
                        : "whoever says this is led back to the shop";
                findings.error(each.path(), Rule.L14, why, "quick: [handoff.explicit]");
            }
        }
        var name = line.id().replaceFirst("^sensitive\\.", "");
        persona.outreach().followUps().values().stream()
                .filter(later -> later.kind() == FollowUp.Kind.PROMO)
                .filter(later -> later.after() instanceof Trigger.Event event
                        && event.name().equals(name))
                .forEach(later -> findings.error(
                        "followups." + later.id(),
                        Rule.L14,
                        Wording.of("this sells after %s", name),
                        "class: service, or nothing"));
    }
}
