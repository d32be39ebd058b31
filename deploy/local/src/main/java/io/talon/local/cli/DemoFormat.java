// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

/** What a demo prints on standard output. */
enum DemoFormat {
    text,
    json
}
