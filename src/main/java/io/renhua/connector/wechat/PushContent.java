package io.renhua.connector.wechat;

import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.Entry;
import java.util.Locale;

/** What a push says, in our words. Names come in mixed case, and more kinds exist than are written down. */
final class PushContent {
    private static final String SCENE = "qrscene_";
    private static final int NAME = 64;

    private PushContent() {}

    static Content of(Fields push) {
        var type = name(push.text("MsgType"));
        return switch (type) {
            case "text" -> words(push);
            case "image" -> new Content.Media(Kind.IMAGE, media(push), "");
            case "voice" -> new Content.Media(Kind.VOICE, media(push), push.text("Recognition"));
            case "video", "shortvideo" -> new Content.Media(Kind.VIDEO, media(push), "");
            case "location" -> place(push);
            case "link" -> new Content.Link(push.text("Title"), push.text("Description"), push.text("Url"));
            case "event" -> event(push);
            default -> new Content.Unsupported(type);
        };
    }

    private static String name(String onTheWire) {
        var name = onTheWire.toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(NAME, name.length()));
    }

    private static Content words(Fields push) {
        var menuItem = push.text("bizmsgmenuid");
        var said = push.text("Content");
        return menuItem.isEmpty() ? new Content.Text(said) : new Content.Chosen(menuItem, said);
    }

    private static String media(Fields push) {
        return Bubble.MEDIA + push.text("MediaId");
    }

    private static Content place(Fields push) {
        try {
            double latitude = Double.parseDouble(push.text("Location_X"));
            double longitude = Double.parseDouble(push.text("Location_Y"));
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
                return new Content.Place(latitude, longitude, push.text("Label"));
            }
        } catch (NumberFormatException e) {
            // said below: a place that is nowhere is kept as one we cannot read
        }
        return new Content.Unsupported("location");
    }

    private static Content event(Fields push) {
        var event = name(push.text("Event"));
        var key = push.text("EventKey");
        return switch (event) {
            case "subscribe" -> new Content.Entered(followed(key));
            case "scan" -> new Content.Entered(new Entry.Scanned(key));
            case "unsubscribe" -> new Content.Entered(new Entry.Left());
            case "click" -> new Content.Chosen(key, "");
            default -> new Content.Unsupported(event);
        };
    }

    private static Entry followed(String key) {
        var scene = key.startsWith(SCENE) ? key.substring(SCENE.length()) : "";
        return scene.isEmpty() ? new Entry.Followed() : new Entry.Scanned(scene);
    }
}
