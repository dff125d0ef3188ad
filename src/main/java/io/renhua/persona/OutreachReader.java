package io.renhua.persona;

import io.renhua.persona.Outreach.Group;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what the persona says without being asked. */
final class OutreachReader {
    private final PlanReader plans;
    private final CampaignReader campaigns;
    private final FollowUpReader followUps;

    OutreachReader(Names names, VariantReader files, @Nullable Positioning positioning) {
        this.plans = new PlanReader(names, positioning);
        this.campaigns = new CampaignReader(names, files, positioning);
        this.followUps = new FollowUpReader(plans);
    }

    Outreach read(ScriptNode root) {
        return new Outreach(
                named(root.key("campaigns"), campaigns::read),
                named(root.key("followups"), followUps::read),
                group(root.key("community")),
                offers(root.key("feelings")));
    }

    private static Map<String, List<String>> offers(ScriptNode feelings) {
        var offers = new LinkedHashMap<String, List<String>>();
        for (var feeling : SympathyReader.FEELINGS) {
            var offered = feelings.key(feeling).key("offer").strings();
            if (!offered.isEmpty()) {
                offers.put(feeling, offered);
            }
        }
        return Collections.unmodifiableMap(offers);
    }

    private static <T> Map<String, T> named(ScriptNode section, BiFunction<String, ScriptNode, T> read) {
        var all = new LinkedHashMap<String, T>();
        if (!section.isNone()) {
            section.entries().forEach((id, node) -> {
                if (!id.matches("[a-z][a-z0-9_]*")) {
                    node.error("S1", "a name is lower-case letters, digits and _", "such as autumn");
                }
                all.put(id, read.apply(id, node));
            });
        }
        return Collections.unmodifiableMap(all);
    }

    private @Nullable Group group(ScriptNode section) {
        if (!section.present() || section.isNone()) {
            return null;
        }
        var map = section.as(Vocabulary.COMMUNITY).key("group").as(Vocabulary.GROUP);
        return new Group(
                plans.who(map.key("who")),
                map.key("invite").words("nobody is asked into the group: invite is missing"),
                Values.number(map.key("max_asks"), 1, 1, 10),
                Values.flag(map.key("quiet_exit")));
    }
}
