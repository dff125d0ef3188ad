package io.renhua.exchange;

import java.util.List;
import java.util.Map;

/**
 * What people ask and what is answered, on its way into a script.
 *
 * @param name of the line to be
 * @param asks by locale
 * @param more what else a line holds, {@code x-} keys among it
 */
record Topic(String name, Map<String, List<String>> asks, List<Said> says, Map<String, Object> more) {}
