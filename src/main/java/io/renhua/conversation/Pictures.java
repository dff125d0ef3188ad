package io.renhua.conversation;

import io.renhua.message.Content;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Makes the pictures that scripts name by their path reachable for platforms and people.
 *
 * @param publicUrl how this server is reached from outside
 */
public record Pictures(URI publicUrl) {

    /** The content with every path below the persona's folder turned into an address. */
    Content of(String persona, Content content) {
        return switch (content) {
            case Content.Media(var kind, var location, var description) ->
                new Content.Media(kind, address(persona, location), description);
            case Content.Card(var title, var text, var image, var button) ->
                new Content.Card(title, text, image == null ? null : address(persona, image), button);
            default -> content;
        };
    }

    private String address(String persona, String location) {
        if (location.contains("://")) {
            return location;
        }
        var base = publicUrl.toString().replaceAll("/+$", "");
        try {
            return base + new URI(null, null, "/p/" + persona + "/" + location, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + location, e);
        }
    }
}
