// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code talon model}. */
@Command(
        name = "model",
        description = "Base models: what sites without an adaptor run. Needs the operator's key.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ModelCommand extends ApiCommand {
    private static final String PATH = "/models";
    private static final String SHIPPED = "shipped";

    @Command(
            name = "list",
            description = "All that are known, newest release first.",
            mixinStandardHelpOptions = true)
    void list(@Mixin ServiceOptions service) throws IOException {
        list(
                service,
                api -> api.get(PATH + "?limit=100"),
                "models",
                "label",
                "version",
                "base",
                "shipped",
                "released",
                "releasedBy",
                "sha256");
    }

    @Command(
            name = "release",
            description = "Makes one the base, for sites without an adaptor and for new adaptors.",
            mixinStandardHelpOptions = true)
    void release(
            @Mixin ServiceOptions service,
            @Parameters(
                            paramLabel = "FILE|SHA256|shipped",
                            description =
                                    "A file as talon train writes it; or, to go back, a known"
                                            + " model's SHA-256, or the word shipped for the one"
                                            + " that came with the service.")
                    String model)
            throws IOException {
        if (model.equals(SHIPPED)) {
            one(service, api -> again(api, shipped(api)));
        } else if (model.matches("[0-9a-f]{64}")) {
            one(service, api -> again(api, model));
        } else {
            byte[] content = content(model);
            one(service, api -> api.postBytes(PATH, "application/octet-stream", content));
        }
    }

    private static byte[] content(String file) throws IOException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "there is no file "
                            + file
                            + ". Name one, a SHA-256 as talon model list prints it, or shipped",
                    e);
        }
    }

    private static JsonNode again(ApiClient api, String sha256) throws IOException {
        return api.post(PATH + "/" + ApiClient.part(sha256) + "/release", body());
    }

    private static String shipped(ApiClient api) throws IOException {
        String cursor = "";
        do {
            JsonNode page = api.get(PATH + "?limit=100" + cursor);
            for (JsonNode model : page.path("models")) {
                if (model.path(SHIPPED).asBoolean()) {
                    return model.path("sha256").asText();
                }
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
        } while (cursor != null);
        throw new IOException("the service names no model as shipped. Is it of an older version?");
    }
}
