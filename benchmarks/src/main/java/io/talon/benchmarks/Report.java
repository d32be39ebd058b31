// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks;

import java.util.Map;

/** What a benchmark found. */
public interface Report {

    /** As one JSON document. */
    Map<String, Object> toMap();

    /** As a table, for people. */
    String text();
}
