// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import java.util.Map;

/** Real adaptor files, made as {@code talon adapt} makes them, only without training. */
public final class TestAdaptor {
    private TestAdaptor() {}

    /** An adaptor of the base model; each number gives another file. */
    public static byte[] file(int number) {
        return file(number, SiteModel.base());
    }

    /** An adaptor of another model. */
    public static byte[] file(int number, SiteModel model) {
        SiteParts generic = model.site();
        SiteParts site =
                new SiteParts(
                        generic.adaptor(),
                        generic.normaliser(),
                        generic.calibration(),
                        Maturity.CALIBRATED);
        return ModelWriter.adaptor(
                model, site, Map.of("test", Integer.toString(number)), SigningKey.generate());
    }
}
