package io.renhua.people;

/**
 * Somebody as one channel knows them.
 *
 * @param id what its platform calls them
 */
public record Contact(String channel, String id) {

    /** The inverse of {@link #toString()}. */
    static Contact parse(String text) {
        int slash = text.indexOf('/');
        return new Contact(text.substring(0, slash), text.substring(slash + 1));
    }

    /** {@code channel/id}: what the store holds. */
    @Override
    public String toString() {
        return channel + "/" + id;
    }
}
