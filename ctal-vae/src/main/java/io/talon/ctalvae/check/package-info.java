// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What is wrong with the material that a site is to be taught with, in words. */
package io.talon.ctalvae.check;
