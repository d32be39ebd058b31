// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;

/** Reading an {@link AdaptorRelease}. */
final class Releases {

    private Releases() {}

    /** How a release is called in messages: {@code tenant/site/version}. */
    static String name(AdaptorRelease release) {
        return "%s/%s/%d".formatted(release.getTenant(), release.getSite(), release.getVersion());
    }

    /** The adaptor file; the release has one. */
    static byte[] adaptor(AdaptorRelease release) {
        byte[] bytes = new byte[release.getAdaptor().remaining()];
        release.getAdaptor().duplicate().get(bytes);
        return bytes;
    }
}
