// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import jakarta.validation.constraints.Size;

/** The sensor of a site, as its owner describes it. */
record Observer(@Size(max = 100) String name, @Size(max = 500) String description) {}
