package io.renhua;

import io.renhua.publishing.Spoken;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Trials;

/** What the store keeps of versions: which were published, who tries which, and which are spoken where. */
record VersionRecords(StorePublications publications, Trials trials, Spoken spoken) {}
