package io.renhua.people;

import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.util.Map;

/** What a site says of whoever it has signed in on a chat page. */
public final class SignIns {
    private final Store store;
    private final Journal journal;
    private final Profiles profiles;
    private final Hallmarks hallmarks;

    public SignIns(Store store, Journal journal, Profiles profiles, Hallmarks hallmarks) {
        this.store = store;
        this.journal = journal;
        this.profiles = profiles;
        this.hallmarks = hallmarks;
    }

    /** Their site has signed them in: keeps it beside what is known of them; nothing before they have come in. */
    public void told(ConversationId conversation, Map<String, String> facts) {
        profiles.vouch(conversation, facts);
    }

    /** They have come in while signed in: the same once, and never again what they have asked to forget since. */
    public void entered(ConversationId conversation, Map<String, String> facts) {
        if (journal.noted(store, conversation, Profiles.SIGNED_IN).isEmpty()) {
            profiles.vouch(conversation, facts);
        }
    }

    /**
     * A guest's browser signs in: the desk proposes that the guest may be the same. Nothing more, since others may have sat
     * at it before.
     */
    public void came(ConversationId guest, Map<String, String> facts) {
        store.write(guest.toString(), transaction -> {
            if (!journal.last(transaction, guest, 1).isEmpty()) {
                hallmarks.said(transaction, guest, facts);
            }
        });
    }
}
