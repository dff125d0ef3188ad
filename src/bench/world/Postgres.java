package world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the run's own. It refuses to run as root, so there it is given a user namespace, in which it is nobody.
 *
 * @param programs the folder with initdb and pg_ctl
 * @param through the port that servers are told of: its own, or a wire's in between
 */
public record Postgres(Path programs, Path folder, int port, int through) implements Database {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** @param programs where initdb and pg_ctl are; blank for the newest that Debian installed */
    public static Postgres start(String programs, Path folder) {
        var found = programs.isBlank() ? newest() : Optional.of(Path.of(programs));
        int port = Ports.free();
        var postgres = new Postgres(
                found.orElseThrow(() -> new IllegalArgumentException(
                        "no PostgreSQL in " + DEBIAN + ": install the package postgresql, or say where --postgres is")),
                folder,
                port,
                port);
        postgres.run("initdb", "-D", postgres.data(), "-U", "renhua", "-A", "trust", "-E", "UTF8", "--no-locale");
        postgres.up();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close)); // when the run is stopped
        postgres.run(
                "psql", "-h", "127.0.0.1", "-p", "" + port, "-U", "renhua", "-c", "create database renhua", "postgres");
        return postgres;
    }

    private static Optional<Path> newest() {
        var versions = DEBIAN.toFile().listFiles();
        return Stream.ofNullable(versions)
                .flatMap(Arrays::stream)
                .map(version -> version.toPath().resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .max(Comparator.comparing(
                        bin -> Integer.parseInt(bin.getParent().getFileName().toString())));
    }

    /** The same database, reached over another port. */
    public Postgres over(int wire) {
        return new Postgres(programs, folder, port, wire);
    }

    public void up() {
        run("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("postgres.log").toString(), "-o", options(), "start");
    }

    /** Cuts off whoever is connected, and stops. */
    public void down() {
        run("pg_ctl", "-D", data(), "-w", "-m", "fast", "stop");
    }

    private String options() {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200";
    }

    private String data() {
        return folder.resolve("postgres").toString();
    }

    private void run(String program, String... arguments) {
        var asNobody =
                "root".equals(System.getProperty("user.name")) ? Stream.of("unshare", "-U") : Stream.<String>of();
        Child.run(Stream.of(asNobody, Stream.of(programs.resolve(program).toString()), Arrays.stream(arguments))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "renhua.store.url",
                "jdbc:postgresql://127.0.0.1:" + through + "/renhua?user=renhua",
                "renhua.store.password",
                "bench");
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/renhua", "renhua", "bench");
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public void close() {
        if (Files.exists(folder.resolve("postgres/postmaster.pid"))) {
            down();
        }
    }
}
