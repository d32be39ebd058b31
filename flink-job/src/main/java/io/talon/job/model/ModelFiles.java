// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The model, and the adaptor that every site runs until one is released to it, as bytes: they
 * travel with the job to wherever its tasks run. Immutable.
 */
public final class ModelFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String modelName;
    private final byte[] model;
    private final String adaptorName;
    private final byte[] adaptor;

    private ModelFiles(String modelName, byte[] model, String adaptorName, byte[] adaptor) {
        this.modelName = modelName;
        this.model = model;
        this.adaptorName = adaptorName;
        this.adaptor = adaptor;
    }

    /** The model that ships with Talon. */
    public static ModelFiles shipped() {
        return new ModelFiles(null, null, null, null);
    }

    /**
     * Reads the files, and makes sure that they are what they should be.
     *
     * @param model null for the shipped model
     * @param adaptor null for none
     * @throws IOException names the file and says what is wrong with it
     */
    public static ModelFiles read(Path model, Path adaptor) throws IOException {
        ModelFiles files =
                new ModelFiles(
                        model == null ? null : model.toString(),
                        model == null ? null : bytes(model, "model"),
                        adaptor == null ? null : adaptor.toString(),
                        adaptor == null ? null : bytes(adaptor, "adaptor"));
        files.open();
        return files;
    }

    /**
     * The model, with the adaptor if there is one.
     *
     * @throws ModelFormatException names the file, and says what was expected and what was found
     */
    public SiteModel open() throws ModelFormatException {
        SiteModel base = base();
        return adaptor == null ? base : base.withAdaptor(adaptor, adaptorName);
    }

    /** The model alone: what released adaptors are put on. */
    public SiteModel base() throws ModelFormatException {
        return model == null
                ? SiteModel.base()
                : ModelReader.model(model, modelName, TrustedKeys.any());
    }

    private static byte[] bytes(Path file, String what) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s: no such %s file".formatted(file, what));
        }
        return Files.readAllBytes(file);
    }
}
