package io.renhua.persona;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the persona says without being asked.
 *
 * @param group where people who like it meet; null where there is none
 * @param offers what it offers to who feels like it, such as {@code campaigns.autumn.share}, by feeling
 */
public record Outreach(
        Map<String, Campaign> campaigns,
        Map<String, FollowUp> followUps,
        @Nullable Group group,
        Map<String, List<String>> offers) {
    /** Waits to be spoken to. */
    public static final Outreach NONE = new Outreach(Map.of(), Map.of(), null, Map.of());

    /**
     * A group that people may be asked into.
     *
     * @param who the audiences asked; empty for everybody
     * @param maxAsks how often one person is asked at most
     * @param quietExit whether leaving it is told to nobody
     */
    public record Group(List<String> who, Words invite, int maxAsks, boolean quietExit) {}
}
