// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What is to be known of an adaptor before anybody lets it run: false alarms on benign sequences it
 * has not seen, what it finds, how it stands against attacks that every adaptor must find, and what
 * each triplet does.
 */
package io.talon.ctalvae.report;
