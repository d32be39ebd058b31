// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line that runs a Java program on the JDK that runs this one.
 *
 * <p>The class path goes into an argument file: it is long, and a process list stays readable
 * without it.
 */
public final class JavaCommand {
    private final List<String> options = new ArrayList<>();
    private final List<String> program = new ArrayList<>();

    private JavaCommand() {}

    /** A program given by its class path and main class. */
    public static JavaCommand ofMain(Path argumentFile, String classPath, String mainClass)
            throws IOException {
        String quoted = classPath.replace("\\", "\\\\").replace("\"", "\\\"");
        Files.writeString(argumentFile, "-cp \"" + quoted + "\"\n");
        JavaCommand command = new JavaCommand();
        command.program.add("@" + argumentFile);
        command.program.add(mainClass);
        return command;
    }

    /** A program given by its jar. */
    public static JavaCommand ofJar(Path jar) {
        JavaCommand command = new JavaCommand();
        command.program.add("-jar");
        command.program.add(jar.toString());
        return command;
    }

    /** The {@code java} that runs this process. */
    public static Path java() {
        return javaHome().resolve("bin").resolve("java");
    }

    /** The JDK that runs this process. */
    public static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Adds options for the virtual machine. */
    public JavaCommand options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds options for the virtual machine. */
    public JavaCommand options(List<String> more) {
        options.addAll(more);
        return this;
    }

    /** Adds arguments for the program. */
    public JavaCommand arguments(String... more) {
        program.addAll(List.of(more));
        return this;
    }

    /** Adds arguments for the program. */
    public JavaCommand arguments(List<String> more) {
        program.addAll(more);
        return this;
    }

    /** The words of the command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(java().toString());
        words.addAll(options);
        words.addAll(program);
        return words;
    }
}
