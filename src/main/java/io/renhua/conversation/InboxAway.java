package io.renhua.conversation;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;

/** What lies before the store does not take messages now; the platform may deliver them again. */
public final class InboxAway extends Refusal {
    private static final long serialVersionUID = 1L;

    public InboxAway(Wording why) {
        super(why);
    }
}
