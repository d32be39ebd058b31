// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.job.flow.SerializedType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What the control topic tells those who score, checked and ready to be taken into force. */
public sealed interface Release {

    /** Releases, for Flink. */
    TypeInformation<Release> TYPE = new SerializedType<>(Release.class, new ReleaseSerializer());

    /**
     * What a site runs.
     *
     * @param record made for a model that is known, if it brings an adaptor
     */
    record OfAdaptor(AdaptorRelease record) implements Release {}

    /** A model that sites may run, and that those without an adaptor do if it is the newest. */
    record OfModel(ModelRelease record) implements Release {}
}
