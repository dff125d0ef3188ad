package io.renhua.retention;

import io.renhua.conversation.Erasures;
import io.renhua.message.ConversationId;
import io.renhua.retention.Leaving.Left;
import io.renhua.retention.MediaLeaving.MediaLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over what is over of a channel. Not safe to share. */
final class Pass {
    private final String channel;
    private final Told told;
    private final Instant now;
    private final Treatment treatment;
    private final Due due;
    private long conversations;
    private long words;
    private long media;
    private long staying;
    private long held;
    private @Nullable Instant mediaHeld;
    private @Nullable Instant overdueSince;

    Pass(String channel, Told told, Instant now, Treatment treatment, Due due) {
        this.channel = channel;
        this.told = told;
        this.now = now;
        this.treatment = treatment;
        this.due = due;
    }

    /** What is done with what is over. */
    interface Treatment {
        /** Whether it may go on. */
        boolean goesOn();

        /** With the words of a conversation. */
        Left words(ConversationId conversation, Span over, Instant now);

        /** What of a stretch of time is to be looked at for pictures and sounds. */
        Span mediaLeft(String channel, Span over);

        /** With pictures and sounds. */
        MediaLeft media(List<Due.Row> rows, Instant now);

        /** When all of them are done up to a moment. */
        void mediaDone(String channel, Instant moment);
    }

    /** Goes over everything; false when it was cut off. */
    boolean isWhole() {
        return told.words(now).stream().allMatch(this::words)
                && told.media(now).stream().allMatch(this::media);
    }

    Share share(boolean isSpoken) {
        var persona =
                told.promises().isEmpty() ? null : told.promises().getLast().persona();
        return new Share(
                channel,
                persona,
                told.days(),
                told.how(isSpoken),
                conversations,
                words,
                media,
                staying,
                held,
                overdueSince);
    }

    private boolean words(Span over) {
        var seen = new HashSet<String>();
        return due.each(channel, over, page -> words(page, over, seen));
    }

    private boolean words(List<Due.Row> page, Span over, Set<String> seen) {
        for (var row : page) {
            var conversation = ConversationId.parse(row.conversation());
            if (!Erasures.isTombstone(conversation) && seen.add(row.conversation())) {
                var left = treatment.words(conversation, over, now);
                words += left.words();
                switch (left.came()) {
                    case LEFT -> conversations++;
                    case STAYS -> stays(row.at());
                    case HELD -> held++;
                    case CUT_OFF, GOES_ON -> {
                        return false;
                    }
                }
            }
        }
        return treatment.goesOn();
    }

    private void stays(Instant oldest) {
        var since = oldest.plus(Duration.ofDays(told.days()));
        staying++;
        overdueSince = overdueSince == null || since.isBefore(overdueSince) ? since : overdueSince;
    }

    private boolean media(Span over) {
        var left = treatment.mediaLeft(channel, over);
        if (!left.isEmpty() && !due.each(channel, left, this::media)) {
            return false;
        }
        if (over.from().equals(Instant.EPOCH)) {
            treatment.mediaDone(channel, mediaHeld == null ? over.to() : mediaHeld); // that is looked at again
        }
        return true;
    }

    private boolean media(List<Due.Row> page) {
        var rows = page.stream().filter(row -> row.media() != null).toList();
        var came = treatment.media(rows, now);
        media += came.left();
        mediaHeld = mediaHeld == null ? came.held() : mediaHeld;
        return came.isOurs() && treatment.goesOn();
    }
}
