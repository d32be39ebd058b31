// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What analysts say in the SIEM becomes proposed triplets; an analyst accepts them, or not. */
package io.talon.adaptor.feedback;
