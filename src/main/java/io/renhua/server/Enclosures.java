package io.renhua.server;

import io.renhua.conversation.Pictures;
import io.renhua.conversation.ReplyRules;
import io.renhua.conversation.Speaking;
import io.renhua.handoff.Enclosure;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.ConversationId;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.persona.ShelfPicture;
import io.renhua.text.Wording;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Pictures and cards that go along with a reply. */
@Singleton
final class Enclosures {
    private final ReplyRules rules;
    private final Pictures pictures;
    private final PictureRooms rooms;

    Enclosures(ReplyRules rules, Pictures pictures, PictureRooms rooms) {
        this.rules = rules;
        this.pictures = pictures;
        this.rooms = rooms;
    }

    /**
     * What a page shows beside words that are about to be sent.
     *
     * @param picture its name, to be told again when it is sent; null for none, or where none can be sent
     * @param image where the page finds it
     * @param alt what it shows
     * @param closed whether a picture is left out, since none can be sent there
     */
    record Shown(
            @Nullable String picture,
            @Nullable String image,
            @Nullable String alt,
            String title,
            String button,
            String link,
            boolean closed) {
        Enclosed told() {
            return new Enclosed(picture, title, button, link);
        }
    }

    /** @param filling fills gaps */
    @Nullable
    Shown shown(ConversationId conversation, Enclosure enclosure, UnaryOperator<String> filling) {
        if (enclosure.isEmpty()) {
            return null;
        }
        var speaking = rules.in(conversation);
        var picture = onShelf(speaking, enclosure.picture());
        boolean closed = picture != null && rooms.in(conversation).isEmpty();
        var shown = closed ? null : picture;
        return new Shown(
                shown == null ? null : enclosure.picture(),
                shown == null ? null : "/p/" + enclosure.persona() + "/" + shown.path(),
                shown == null ? null : shown.alt().in(speaking.locale()),
                filling.apply(enclosure.title()),
                filling.apply(enclosure.button()),
                enclosure.link(),
                closed);
    }

    private static @Nullable ShelfPicture onShelf(Speaking speaking, String name) {
        return speaking.live().persona().shelf().get(name);
    }

    /** Why it cannot go along; empty where it can. */
    List<Problem> wrong(ConversationId conversation, @Nullable Enclosed enclosed) {
        if (enclosed == null) {
            return List.of();
        }
        var found = new ArrayList<Problem>();
        var name = enclosed.pictureName();
        if (!name.isEmpty() && onShelf(rules.in(conversation), name) == null) {
            found.add(problem(Wording.of("no picture %s is on the shelf any more", name), "another, or none"));
        } else if (!name.isEmpty() && rooms.in(conversation).isEmpty()) {
            found.add(problem("no picture can be sent here", "words alone"));
        }
        if (!isButton(enclosed.cardTitle(), enclosed.buttonWords(), enclosed.address())) {
            found.add(problem("a button stands on a card and leads to an address", "https://…"));
        }
        return found;
    }

    private static Problem problem(CharSequence why, CharSequence instead) {
        return new Problem("", 1, 1, "S1", Severity.ERROR, why, instead);
    }

    /** Whether a button is whole, or there is none. */
    static boolean isButton(String title, String words, String link) {
        boolean none = words.isEmpty() && link.isEmpty();
        boolean whole = !title.isEmpty() && !words.isEmpty() && words.length() <= Enclosure.LONGEST_BUTTON;
        return none || (whole && isAddress(link));
    }

    private static boolean isAddress(String link) {
        try {
            var address = URI.create(link);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && link.length() <= Enclosure.LONGEST_LINK;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The bubbles that words become with what goes along with them: one card, or the words and the picture. */
    List<Content> along(ConversationId conversation, String words, @Nullable Enclosed enclosed) {
        if (enclosed == null) {
            return List.of(new Content.Text(words));
        }
        var speaking = rules.in(conversation);
        var picture = onShelf(speaking, enclosed.pictureName());
        var persona = speaking.live().persona();
        if (!enclosed.cardTitle().isEmpty()) {
            var image = picture == null ? null : picture.path();
            return List.of(
                    pictures.of(persona, new Content.Card(enclosed.cardTitle(), words, image, button(enclosed))));
        }
        return picture == null
                ? List.of(new Content.Text(words))
                : List.of(
                        new Content.Text(words),
                        pictures.of(
                                persona,
                                new Content.Media(
                                        Kind.IMAGE,
                                        picture.path(),
                                        picture.alt().in(speaking.locale()))));
    }

    private static Content.@Nullable Link button(Enclosed enclosed) {
        return enclosed.buttonWords().isEmpty()
                ? null
                : new Content.Link(enclosed.buttonWords(), "", enclosed.address());
    }
}
