// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secrets of a deployment, made by the script that makes Compose's. */
record Secrets(Path folder) {

    static Secrets make(Path folder) throws IOException, InterruptedException {
        String script = Entrypoint.ROOT.resolve("deploy/compose/make-secrets").toString();
        Process made = new ProcessBuilder(script, folder.toString()).inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IOException(script + " failed");
        }
        return new Secrets(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String read(String name) throws IOException {
        return Files.readString(file(name)).strip();
    }
}
