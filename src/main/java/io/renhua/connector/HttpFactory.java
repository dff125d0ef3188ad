package io.renhua.connector;

import java.net.URI;

/** Makes clients bound to one base address, so that no call can be led elsewhere. */
public interface HttpFactory {
    Http to(URI base);
}
