// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.schema.wire.RecordWire;

/**
 * Control records as bytes. Their schemas, and all older ones, are looked for on the class path
 * once, when the first record is written: no start waits for it, nor any promotion after that.
 */
final class ControlRecords {
    private static final RecordWire<AdaptorRelease> RELEASES = RecordWire.of(AdaptorRelease.class);
    private static final RecordWire<ModelRelease> MODELS = RecordWire.of(ModelRelease.class);
    private static final RecordWire<SiteSettings> SETTINGS = RecordWire.of(SiteSettings.class);
    private static final RecordWire<Suppression> SUPPRESSIONS = RecordWire.of(Suppression.class);

    private ControlRecords() {}

    // One at a time: an encoder is not for several threads.

    static byte[] encode(AdaptorRelease release) {
        synchronized (RELEASES) {
            return RELEASES.encode(release);
        }
    }

    static byte[] encode(ModelRelease release) {
        synchronized (MODELS) {
            return MODELS.encode(release);
        }
    }

    static byte[] encode(SiteSettings settings) {
        synchronized (SETTINGS) {
            return SETTINGS.encode(settings);
        }
    }

    static byte[] encode(Suppression suppression) {
        synchronized (SUPPRESSIONS) {
            return SUPPRESSIONS.encode(suppression);
        }
    }
}
