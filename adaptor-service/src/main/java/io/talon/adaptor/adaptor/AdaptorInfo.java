// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An adaptor without its content.
 *
 * @param version number among the site's adaptors, from 1
 * @param state candidate, shadow, active, retired or rejected
 * @param label what its maker called it
 * @param maturity generic, calibrated or adapted
 * @param origin trained, uploaded or imported
 * @param verdict of its report card; null: it has none
 * @param sha256 of the file, lower-case hexadecimal
 * @param size of the file, in bytes
 * @param uploadedBy name of the credential
 * @param job that trained it; null: none
 */
public record AdaptorInfo(
        long version,
        String state,
        String label,
        String maturity,
        String origin,
        String verdict,
        String sha256,
        int size,
        Instant uploaded,
        String uploadedBy,
        List<ApprovalInfo> approvals,
        UUID job) {

    /** Who approved it, and when. */
    public record ApprovalInfo(String by, Instant at) {}

    static AdaptorInfo of(StoredAdaptor adaptor, List<ApprovalInfo> approvals) {
        return new AdaptorInfo(
                adaptor.version,
                adaptor.state,
                adaptor.label,
                adaptor.maturity,
                adaptor.origin,
                adaptor.verdict,
                adaptor.sha256,
                adaptor.size,
                adaptor.uploaded,
                adaptor.uploadedBy,
                approvals,
                adaptor.job);
    }
}
