package io.renhua.exchange;

import io.renhua.text.Wording;
import java.util.List;

/**
 * What came of an import.
 *
 * @param persona what it is called now
 * @param remarks what did not fit and where it is now, and what its operator must look at
 */
public record Arrived(String persona, List<Wording> remarks) {}
