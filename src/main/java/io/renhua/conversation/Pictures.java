package io.renhua.conversation;

import io.renhua.message.Content;
import io.renhua.message.Face;
import io.renhua.persona.Persona;
import io.renhua.publishing.Publication;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pictures that scripts name by their path reachable for platforms and people.
 *
 * @param publicUrl how this server is reached from outside
 */
public record Pictures(URI publicUrl) {
    /** Below it stand the pictures that people have sent. */
    public static final String SENT = "/a/";

    /**
     * Where we show a picture of a persona: as the version has it that speaks, for as long as that is kept.
     *
     * @param location in the persona's folder, such as {@code img/brew.svg}
     */
    public static String path(Persona persona, String location) {
        var address = Publication.address(persona.version());
        return "/p/" + persona.id() + (address.isEmpty() ? "" : "@" + address) + "/" + location;
    }

    /** The content with every path below the persona's folder turned into an address. */
    public Content of(Persona persona, Content content) {
        return switch (content) {
            case Content.Media(var kind, var location, var description) ->
                new Content.Media(kind, address(persona, location), description);
            case Content.Card(var title, var text, var image, var button) ->
                new Content.Card(title, text, image == null ? null : address(persona, image), button);
            default -> content;
        };
    }

    /** The persona's face in a mood; none where it has no picture of it. */
    Optional<Face> face(Persona persona, @Nullable String mood) {
        var picture = mood == null ? null : persona.identity().moods().get(mood);
        return mood == null || picture == null || picture.isBlank()
                ? Optional.empty()
                : Optional.of(new Face(mood, address(persona, picture)));
    }

    /** The address of a picture that somebody at the desk has sent, by its name. */
    public String sent(String name) {
        return base() + SENT + name;
    }

    /** Whether platforms elsewhere can fetch pictures from here; they take no other addresses. */
    public boolean isReachable() {
        return "https".equals(publicUrl.getScheme());
    }

    private String base() {
        return publicUrl.toString().replaceAll("/+$", "");
    }

    private String address(Persona persona, String location) {
        if (location.contains("://")) {
            return location;
        }
        try {
            return base() + new URI(null, null, path(persona, location), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + location, e);
        }
    }
}
