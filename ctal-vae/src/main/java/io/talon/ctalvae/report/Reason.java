// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

/**
 * Why a verdict is as it is.
 *
 * @param verdict what this alone would make it
 * @param code names the kind, for programs
 * @param text says it in a sentence
 */
public record Reason(Verdict verdict, String code, String text) {}
