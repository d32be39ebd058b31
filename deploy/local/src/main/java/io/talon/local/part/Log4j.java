// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logging of parts that bring Log4j: everything of note to standard output. */
final class Log4j {
    private static final String CONFIGURATION =
            """
            status = error
            appender.out.type = Console
            appender.out.name = out
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1.} %m%n%ex
            rootLogger.level = info
            rootLogger.appenderRef.out.ref = out
            """;

    private Log4j() {}

    /** The option that makes a virtual machine log so; writes the configuration when absent. */
    static String option(Path folder) throws IOException {
        Path file = folder.resolve("log4j2.properties");
        synchronized (Log4j.class) {
            if (!Files.exists(file)) {
                Files.writeString(file, CONFIGURATION);
            }
        }
        return "-Dlog4j2.configurationFile=" + file.toUri();
    }
}
