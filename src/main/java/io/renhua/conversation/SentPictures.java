package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.picture.PictureFile;
import io.renhua.picture.PictureFile.Kind;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/** Pictures that people at the desk have sent, where every node finds them. Who knows the name of one may see it. */
public final class SentPictures {
    private static final int PART = 500_000;
    private static final int NAME = 16;
    private static final String ADD = """
            insert into sent_picture (id, conversation, kind, by_whom, sent_at, kept_until) values (?, ?, ?, ?, ?, ?)""";

    private static final String ADD_PART =
            "insert into sent_picture_part (id, conversation, part, content) values (?, ?, ?, ?)";
    private static final String HELD = "conversation in (select conversation from legal_hold where until_at > ?)";
    private static final String KIND =
            "select kind from sent_picture where id = ? and (kept_until > ? or " + HELD + ")";
    private static final String PARTS = "select content from sent_picture_part where id = ? order by part";
    private static final String OVER =
            "select id from sent_picture where kept_until <= ? and not (" + HELD + ") limit 20";
    private static final String LANE = "sent-pictures";

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SentPictures(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps a picture.
     *
     * @param kept for how long, as the persona keeps what is no text
     * @return its name, which nobody guesses
     */
    public String keep(ConversationId conversation, String agent, PictureFile picture, Period kept) {
        byte[] chance = new byte[NAME];
        random.nextBytes(chance);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        var content = Base64.getEncoder().encodeToString(picture.bytes());
        var now = clock.instant();
        var until = now.atZone(ZoneOffset.UTC).plus(kept).toInstant();
        store.write(LANE, transaction -> {
            transaction.update(ADD, id, conversation.toString(), picture.kind().name(), agent, now, until);
            for (int from = 0; from < content.length(); from += PART) {
                var part = content.substring(from, Math.min(content.length(), from + PART));
                transaction.update(ADD_PART, id, conversation.toString(), from / PART, part);
            }
        });
        return id + "." + picture.kind().ending();
    }

    /** Empty when there is none of that name, or not any more. */
    public Optional<PictureFile> named(String name) {
        int dot = name.lastIndexOf('.');
        var id = dot < 0 ? name : name.substring(0, dot);
        var now = clock.instant();
        return store.list(KIND, row -> Kind.valueOf(row.getString(1)), id, now, now).stream()
                .findFirst()
                .filter(kind -> name.endsWith("." + kind.ending()))
                .map(kind -> PictureFile.kept(kind, bytes(id)));
    }

    private byte[] bytes(String id) {
        return Base64.getDecoder().decode(String.join("", store.list(PARTS, row -> row.getString(1), id)));
    }

    /** It was not said after all. */
    public void drop(String name) {
        store.write(LANE, transaction -> drop(transaction, name.substring(0, name.lastIndexOf('.'))));
    }

    private static void drop(Transaction transaction, String id) {
        transaction.update("delete from sent_picture_part where id = ?", id);
        transaction.update("delete from sent_picture where id = ?", id);
    }

    /** Forgets some that are kept no longer; gives how many. */
    int forget() {
        return store.commit(LANE, transaction -> {
            var now = clock.instant();
            var over = transaction.list(OVER, row -> row.getString(1), now, now);
            over.forEach(id -> drop(transaction, id));
            return over.size();
        });
    }
}
