package io.renhua.persona;

import java.util.List;
import java.util.Set;

/** Reads what happens when we do not understand, tier by tier, down to a person. */
final class TierReader {
    private final VariantReader variants;
    private final Set<String> reasons;

    TierReader(VariantReader variants, Set<String> reasons) {
        this.variants = variants;
        this.reasons = reasons;
    }

    List<Tier> read(ScriptNode node) {
        var section = node.as(Vocabulary.UNKNOWN).key("tiers");
        var tiers = section.items().stream().map(this::tier).toList();
        if (tiers.isEmpty() || tiers.getLast().handsOff() == null) {
            section.missing("C2", "who is never understood must reach a person", "a last tier {do: handoff.fallback}");
        }
        return tiers;
    }

    private Tier tier(ScriptNode node) {
        var map = node.orText("text").as(Vocabulary.TIER);
        var does = map.key("do");
        if (!does.present()) {
            return new Tier(variants.words(map, "text"), null);
        }
        var what = does.text("");
        if (map.key("text").present()) {
            does.error("S1", "a tier says something or hands off, not both", "two tiers");
        }
        if (!what.startsWith("handoff.")) {
            does.error("S1", "a tier can only hand off", "handoff.fallback");
            return new Tier(null, "fallback");
        }
        var reason = what.substring("handoff.".length());
        if (!reasons.contains(reason)) {
            does.dangling("reason", reason, reasons);
        }
        return new Tier(null, reason);
    }
}
