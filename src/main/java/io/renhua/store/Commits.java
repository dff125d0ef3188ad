package io.renhua.store;

/**
 * What became of commits since the start.
 *
 * @param groups made durable, each at once for all its units
 * @param kept units of work that are durable, or were undone by themselves
 * @param failed units whose group could not be made durable
 * @param nanoseconds that the durable groups took
 */
public record Commits(long groups, long kept, long failed, long nanoseconds) {
    static final Commits NONE = new Commits(0, 0, 0, 0);

    Commits andKept(int units, long took) {
        return new Commits(groups + 1, kept + units, failed, nanoseconds + took);
    }

    Commits andFailed(int units) {
        return new Commits(groups, kept, failed + units, nanoseconds);
    }
}
