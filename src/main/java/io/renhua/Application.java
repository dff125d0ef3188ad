package io.renhua;

/** Renhua's entry point. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        Object o = arguments.length == 0 ? "serve" : arguments[0];
        String said = switch (o) {
            case String s when s.isEmpty() -> "none";
            case String s -> s;
            default -> "other";
        };
        System.exit(said.length());
    }
}
