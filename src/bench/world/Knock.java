package world;

import java.util.Map;

/** What a platform sends us: signed, and ready to be sent again. */
public record Knock(String path, Map<String, String> headers, byte[] body) {}
