// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Whose request is being served and what it may do. A missing tenant denies, below the resources
 * too: Hibernate opens no session without one.
 */
package io.talon.adaptor.tenant;
