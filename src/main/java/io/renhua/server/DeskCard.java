package io.renhua.server;

import io.renhua.conversation.Allowance;
import io.renhua.server.Marks.Blocked;
import io.renhua.server.TranscriptLine.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the desk's list shows it.
 *
 * @param verified whether they are signed in on the company's own site
 * @param stand who owes the next word
 * @param unanswered since when the person waits for a word
 * @param tags what we call them
 * @param urgent whether they come before everybody else
 * @param flood whether they send or ask far more than anybody does
 * @param block whether somebody has blocked them, or asks for it
 * @param allowance what the platform still lets us say; null in lists, and where there is no such rule
 * @param attention what of it calls for the reader; null where nothing was said yet
 */
record DeskCard(
        String id,
        long seq,
        String person,
        boolean verified,
        String channel,
        DeskNames.@Nullable Face persona,
        DeskStand stand,
        @Nullable Instant unanswered,
        @Nullable Side lastSide,
        String lastWords,
        @Nullable Instant lastAt,
        List<String> tags,
        boolean urgent,
        boolean flood,
        @Nullable Blocked block,
        @Nullable Allowance allowance,
        @Nullable Attention attention) {}
