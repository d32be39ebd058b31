// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import java.util.UUID;

/**
 * An adaptor to be stored.
 *
 * @param origin trained, uploaded or imported
 * @param verdict of its report card: pass, warn or fail
 * @param reportCard as JSON
 * @param job that trained it; null: none
 */
public record NewAdaptor(
        AdaptorFile file, String origin, String verdict, String reportCard, UUID job) {}
