package io.renhua.server;

import io.renhua.conversation.Channels;
import io.renhua.conversation.Pictures;
import io.renhua.message.ConversationId;
import io.renhua.picture.PictureFile.Kind;
import jakarta.inject.Singleton;
import java.util.List;

/** Which pictures can be sent in a conversation. */
@Singleton
final class PictureRooms {
    private static final String OWN_PAGE = "web";
    /** What every platform shows. */
    private static final List<Kind> EVERYWHERE = List.of(Kind.JPEG, Kind.PNG);

    private final Channels channels;
    private final Pictures pictures;

    PictureRooms(Channels channels, Pictures pictures) {
        this.channels = channels;
        this.pictures = pictures;
    }

    /** None where the channel is closed, or its platform could not fetch them from here. */
    List<Kind> in(ConversationId conversation) {
        return channels.named(conversation.channel())
                .map(connector -> connector.channel().platform())
                .map(platform -> platform.equals(OWN_PAGE)
                        ? List.of(Kind.values())
                        : pictures.isReachable() ? EVERYWHERE : List.<Kind>of())
                .orElse(List.of());
    }
}
