package io.renhua.lint;

import io.renhua.persona.Campaign;
import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.text.Wording;
import java.util.Set;

/** L3, L4, L5: a campaign says what it is and until when, asks nothing for what it gives, and pays for no praise. */
final class PromotionRule implements LintRule {
    private static final Set<String> SPREADING = Set.of("share", "follow", "like", "invite", "help");
    private static final String CONSENT = "consent: {uses: [wall], name: [none, nickname], revoke: any-time}";
    private static final Set<String> PRAISING = Set.of("review", "praise");

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.outreach().campaigns().values().forEach(campaign -> {
            open(campaign, findings);
            gift(campaign, findings);
            share(campaign, findings);
            testimony(campaign, findings);
        });
    }

    /** L5: advertising is marked as such, and everybody can read until when, on which terms, and what if there is none left. */
    private static void open(Campaign campaign, Findings findings) {
        var plan = "campaigns." + campaign.id() + ".plan";
        if (!campaign.plan().adLabel()) {
            findings.error(plan, Rule.L5, "this campaign is not marked as advertising", "ad_label: \"true\"");
        }
        if (campaign.plan().runs() == null) {
            var instead = "runs: {from: \"2026-10-01\", to: \"2026-10-15\", tz: …}";
            findings.error(plan, Rule.L5, "this campaign does not say from when to when", instead);
        }
        var gift = campaign.gift();
        if (gift != null) {
            var path = Utterance.gift(campaign);
            if (gift.terms() == null && gift instanceof Campaign.Coupon) {
                findings.error(path, Rule.L5, "nobody can read the terms of this", "terms: https://…");
            }
            if (gift.gone() == null) {
                findings.error(path, Rule.L5, "nothing is said when there is none left", "gone: one short sentence");
            }
            if (gift instanceof Campaign.Coupon coupon) {
                coupon(path, coupon, findings);
            }
        }
    }

    private static void coupon(String path, Campaign.Coupon coupon, Findings findings) {
        if (coupon.expires() == null) {
            findings.error(path, Rule.L5, "nobody knows how long this is good", "expires: 14d");
        }
        coupon.say().byLocale().forEach((locale, text) -> {
            if (Placeholder.in(text).stream().noneMatch(gap -> gap.name().equals("code"))) {
                var said = new Utterance(path + ".say", "campaigns", locale, text);
                findings.error(said, Rule.L5, "whoever gets this gets no code", text + "{code}");
            }
        });
    }

    private static void gift(Campaign campaign, Findings findings) {
        var gift = campaign.gift();
        if (gift == null) {
            return;
        }
        var path = Utterance.gift(campaign) + ".needs";
        if (SPREADING.contains(gift.needs())) {
            findings.error(path, Rule.L3, given(gift.needs()), "needs: none");
        }
        if (PRAISING.contains(gift.needs())) {
            findings.error(path, Rule.L4, Wording.of("this is given for a %s", gift.needs()), "needs: none");
        }
    }

    private static Wording given(String needs) {
        var why = switch (needs) {
            case "share" -> "this is given for sharing";
            case "like" -> "this is given for liking";
            case "invite" -> "this is given for inviting others";
            case "help" -> "this is given for the help of friends";
            default -> "this is given for following";
        };
        return Wording.of(why);
    }

    private static void share(Campaign campaign, Findings findings) {
        if (campaign.share() != null && campaign.share().reward() != null) {
            var path = "campaigns." + campaign.id() + ".share.reward";
            findings.error(
                    path,
                    Rule.L3,
                    Wording.of("who passes it on gets %s", campaign.share().reward()),
                    "reward: none");
        }
    }

    private static void testimony(Campaign campaign, Findings findings) {
        var asked = campaign.testimony();
        if (asked == null) {
            return;
        }
        var path = "campaigns." + campaign.id() + ".testimony";
        if (asked.reward() != null) {
            findings.error(path + ".reward", Rule.L4, Wording.of("who tells gets %s", asked.reward()), "reward: none");
        }
        var consent = asked.consent();
        if (consent == null || consent.uses().isEmpty()) {
            findings.error(path, Rule.L4, "nobody is asked whether their words may be shown", CONSENT);
        } else if (!consent.revocable()) {
            findings.error(path, Rule.L4, "nobody can take their words back", CONSENT);
        }
        if (!asked.discloses()) {
            findings.error(path, Rule.L4, "staff may praise without saying who they are", "staff: must-disclose");
        }
    }
}
