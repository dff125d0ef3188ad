package io.renhua.conversation;

/** What is broken on purpose, to see that somebody notices. */
enum Flaw {
    NONE(""),
    /** A message is done in a commit of its own, before anything is said. */
    DONE_BEFORE_IT_IS_SAID("lost"),
    /** The inbox forgets what it has taken. */
    TAKES_EVERY_COPY("doubled"),
    /** A start says again what was on its way, and does not mark it. */
    SAYS_AGAIN_WITHOUT_A_MARK("doubled"),
    /** A node does not ask whether a conversation is still its own. */
    WORKS_WITHOUT_A_LEASE("doubled"),
    /** An agent's coming does not stop the words before. */
    LETS_STALE_WORDS_GO("stale"),
    /** The newest words go first. */
    SAYS_THE_NEWEST_FIRST("order"),
    /** Nobody is told that there is something to send. */
    WAKES_NOBODY("unsettled"),
    /** What became of a call is not journaled. */
    LEAVES_THE_JOURNAL_OUT("unsettled"),
    /** What was sent is noted as in doubt. */
    DOUBTS_WHAT_IT_KNOWS("doubt"),
    /** What was sent is noted as refused. */
    TELLS_ANOTHER_END("untrue"),
    /** Who has a conversation is not journaled. */
    PASSES_ON_UNSEEN("owners"),
    /** What agents say is not journaled. */
    AGENTS_SPEAK_UNSEEN("agents");

    private final String found;

    Flaw(String found) {
        this.found = found;
    }

    /** How a verdict that notices it begins. */
    String found() {
        return found;
    }
}
