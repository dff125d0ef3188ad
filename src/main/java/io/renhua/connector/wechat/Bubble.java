package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Shortened;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** One bubble in the forms WeChat has; what it has no form for becomes words. */
sealed interface Bubble {

    /** The longest text of one message, in UTF-8 bytes. */
    int TEXT_BYTES = 2048;

    /** The longest label of a quick reply, in UTF-16 units. */
    int LABEL = 40;

    /** How our own media locations begin: a media id of this platform follows. */
    String MEDIA = "wechat:";

    record Words(String text) implements Bubble {
        boolean fits() {
            return text.getBytes(UTF_8).length <= TEXT_BYTES;
        }
    }

    record Menu(String prompt, List<Choice> choices) implements Bubble {

        /** The menu as a text whose links say their label when tapped: for where there are no menus. */
        Words asLinks() {
            return new Words(choices.stream().map(Menu::link).collect(Collectors.joining("\n", prompt + "\n", "")));
        }

        private static String link(Choice choice) {
            var label = inert(choice.label());
            return "<a href=\"weixin://bizmsgmenu?msgmenucontent=" + label + "&msgmenuid=" + inert(choice.key()) + "\">"
                    + label + "</a>";
        }

        /** WeChat takes a link's parts as they stand, so what would end one becomes its full-width look-alike. */
        private static String inert(String part) {
            return part.replace('<', '＜')
                    .replace('>', '＞')
                    .replace('"', '＂')
                    .replace('&', '＆')
                    .replace('#', '＃');
        }
    }

    /** An image, voice message or video that WeChat keeps. */
    record Stored(String type, String mediaId) implements Bubble {}

    /** A card with a picture that opens a page. */
    record Article(String title, String description, String url, String picture) implements Bubble {}

    static Bubble of(Content content) {
        return switch (content) {
            case Content.Choices(var prompt, var choices)
            when !choices.isEmpty() ->
                new Menu(
                        SafeXml.printable(prompt),
                        choices.stream().map(Bubble::choice).toList());
            case Content.Media media -> media(media);
            case Content.Card(var title, var text, var image, var button)
            when image != null || button != null ->
                article(
                        title,
                        button == null || button.title().isEmpty() ? text : text + "\n" + button.title(),
                        button == null ? Objects.requireNonNull(image) : button.url(),
                        Objects.requireNonNullElse(image, ""));
            case Content.Link(var title, var description, var url) -> article(title, description, url, "");
            case Content.Text _,
                    Content.Choices _,
                    Content.Chosen _,
                    Content.Card _,
                    Content.Place _,
                    Content.Entered _,
                    Content.Unsupported _ -> words(content.asText());
        };
    }

    private static Choice choice(Choice choice) {
        return new Choice(choice.key(), Shortened.to(LABEL, SafeXml.printable(choice.label())));
    }

    private static Bubble media(Content.Media media) {
        var location = media.location();
        boolean file = media.kind() == Content.Media.Kind.FILE;
        if (location.startsWith(MEDIA) && !file) {
            var type = media.kind().name().toLowerCase(Locale.ROOT);
            return new Stored(type, location.substring(MEDIA.length()));
        }
        if (media.kind() == Content.Media.Kind.IMAGE) {
            return article(media.description(), "", location, location);
        }
        return words(media.description().isEmpty() ? location : media.description() + "\n" + location);
    }

    private static Words words(String text) {
        return new Words(SafeXml.printable(text));
    }

    private static Article article(String title, String description, String url, String picture) {
        return new Article(
                SafeXml.printable(title),
                SafeXml.printable(description),
                SafeXml.printable(url),
                SafeXml.printable(picture));
    }
}
