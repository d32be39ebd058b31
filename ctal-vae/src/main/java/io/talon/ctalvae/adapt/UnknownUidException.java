// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import java.util.List;

/** Triplets name flows that are in none of the logs. */
public final class UnknownUidException extends AdaptationException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    UnknownUidException(List<String> uids) {
        super(
                "no flow has the uid "
                        + String.join(", ", uids.subList(0, Math.min(SHOWN, uids.size())))
                        + (uids.size() > SHOWN ? " and " + (uids.size() - SHOWN) + " more" : "")
                        + ", which the triplets name: add the log that holds it to --flows");
    }
}
