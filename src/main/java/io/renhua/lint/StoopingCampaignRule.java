package io.renhua.lint;

import io.renhua.persona.Campaign;
import io.renhua.persona.Persona;
import java.util.Set;

/** T5: no campaign does by its parts what the brand never does in words. */
final class StoopingCampaignRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        var positioning = persona.positioning();
        if (positioning != null) {
            persona.outreach().campaigns().values().forEach(each -> judge(each, positioning.never(), findings));
        }
    }

    private static void judge(Campaign campaign, Set<String> never, Findings findings) {
        if (never.contains("discount") && campaign.gift() instanceof Campaign.Coupon) {
            var why = "this brand never does this: discount (a coupon)";
            findings.warn(Utterance.gift(campaign), Rule.T5, why, "an invitation, or nothing");
        }
        if (never.contains("beg_share") && campaign.share() != null) {
            var path = "campaigns." + campaign.id() + ".share";
            findings.warn(path, Rule.T5, "this brand never does this: beg_share", "share: none");
        }
    }
}
