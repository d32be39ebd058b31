// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.JavaCommand;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of one Elasticsearch node, ready to be started.
 *
 * @param base holds {@code config}, {@code data}, {@code logs} and {@code tmp}
 * @param home the distribution
 * @param user who runs it
 */
record ElasticsearchFolder(Path base, Path home, UnprivilegedUser user) {
    private static final String HEAP = "512m";

    /** Server options of our own: the distribution's write large files and suit large machines. */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.io.tmpdir=${ES_TMPDIR}",
                    "20-:--add-modules=jdk.incubator.vector",
                    "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1");

    static ElasticsearchFolder prepare(
            WorkFolder work, Path distribution, Map<String, String> settings) throws IOException {
        UnprivilegedUser user = UnprivilegedUser.ifNeeded();
        Path base = (user.isOther() ? work.scratch() : work.path()).resolve("elasticsearch");
        for (String folder : List.of("config", "data", "logs", "tmp")) {
            Files.createDirectories(base.resolve(folder));
        }
        Path config = base.resolve("config");
        Files.copy(
                distribution.resolve("config/log4j2.properties"),
                config.resolve("log4j2.properties"));
        Files.write(config.resolve("jvm.options"), JVM_OPTIONS);
        Map<String, String> all = new TreeMap<>(settings);
        all.put("path.data", quoted(base.resolve("data")));
        all.put("path.logs", quoted(base.resolve("logs")));
        Files.writeString(
                config.resolve("elasticsearch.yml"),
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        Path home = distribution;
        if (user.isOther()) {
            user.ownAll(work.scratch());
            home = base.resolve("home");
            user.own(Trees.link(distribution, home));
        }
        return new ElasticsearchFolder(base, home, user);
    }

    Path data() {
        return base.resolve("data");
    }

    Map<String, String> environment(String mark) {
        return Map.of(
                "ES_HOME", home.toString(),
                "ES_PATH_CONF", base.resolve("config").toString(),
                "ES_TMPDIR", base.resolve("tmp").toString(),
                "ES_JAVA_HOME", JavaCommand.javaHome().toString(),
                "ES_JAVA_OPTS", mark + " -Xms" + HEAP + " -Xmx" + HEAP,
                "CLI_JAVA_OPTS", mark + " -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
