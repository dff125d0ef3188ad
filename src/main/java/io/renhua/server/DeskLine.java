package io.renhua.server;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.server.TranscriptLine.Fate;
import io.renhua.server.TranscriptLine.Meaning;
import io.renhua.server.TranscriptLine.Side;
import io.renhua.server.TranscriptLine.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a transcript as the pages' scripts get it.
 *
 * @param choices the labels of quick replies under it
 * @param actor the name of whoever at the desk did it
 * @param masked whether something personal is left out of it for this reader
 * @param place where it leads or lies: an URL, a media id; shown, never loaded
 */
record DeskLine(
        long seq,
        Instant at,
        Side side,
        @Nullable String name,
        String form,
        String text,
        List<String> choices,
        @Nullable String place,
        String owner,
        @Nullable Source source,
        @Nullable Meaning meaning,
        @Nullable Fate fate,
        @Nullable String actor,
        boolean masked) {

    static DeskLine of(TranscriptLine line, DeskNames names) {
        boolean toAgent = line.side() == Side.DESK;
        var name = line.name();
        return new DeskLine(
                line.seq(),
                line.at(),
                line.side(),
                toAgent && name != null ? names.staff(name) : name,
                form(line),
                words(line),
                choices(line.content()),
                place(line.content()),
                line.owner(),
                line.source(),
                line.meaning(),
                line.fate(),
                line.actor() == null ? null : names.staff(line.actor()),
                false);
    }

    /** The same with what is personal masked; who looked at what is no secret. */
    DeskLine veiled(UnaryOperator<String> veil) {
        if (form.equals("noted") && Reveals.REVEALED.equals(name)) {
            return this;
        }
        var words = veil.apply(text);
        var labels = choices.stream().map(veil).toList();
        var leads = place == null ? null : veil.apply(place);
        return words.equals(text) && labels.equals(choices) && Objects.equals(leads, place)
                ? this
                : new DeskLine(
                        seq, at, side, name, form, words, labels, leads, owner, source, meaning, fate, actor, true);
    }

    /** Media by what they are, everything else by its kind of content. */
    private static String form(TranscriptLine line) {
        return line.content() instanceof Content.Media media
                ? media.kind().name().toLowerCase(java.util.Locale.ROOT)
                : line.form();
    }

    private static String words(TranscriptLine line) {
        return switch (line.content()) {
            case null -> line.text();
            case Content.Choices(var prompt, var choices) -> prompt;
            case Content.Media media -> media.description();
            case Content.Unsupported(var kind) -> kind;
            case Content other -> other.asText();
        };
    }

    private static List<String> choices(@Nullable Content content) {
        return content instanceof Content.Choices offered
                ? offered.choices().stream().map(Choice::label).toList()
                : List.of();
    }

    private static @Nullable String place(@Nullable Content content) {
        return switch (content) {
            case Content.Media media -> media.location();
            case Content.Link link -> link.url();
            case Content.Place place -> place.latitude() + ", " + place.longitude();
            case null, default -> null;
        };
    }
}
