package io.renhua.store;

/** The store did not take or give what was asked: nothing of it happened, and it may be asked again. */
public final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreAway(String doing, Throwable cause) {
        super(doing, cause);
    }

    StoreAway(String doing) {
        super(doing);
    }
}
