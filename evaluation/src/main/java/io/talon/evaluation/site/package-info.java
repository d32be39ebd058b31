// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Simulated sites that the product is taught, with the truth about every flow. */
package io.talon.evaluation.site;
