package io.renhua.publishing;

/**
 * A version that is kept, whether it was published or sent to be reviewed.
 *
 * @param label what its script calls it; may be empty
 */
public record Kept(String persona, String address, String label) {
    /** What it is called where it speaks. */
    public String name() {
        return Publication.name(label, address);
    }

    /** Whether a name is this version's. */
    public boolean isCalled(String name) {
        return Publication.brief(address).equals(Publication.address(name));
    }
}
