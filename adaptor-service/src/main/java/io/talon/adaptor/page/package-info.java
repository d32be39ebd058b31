// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Lists in pages: a cursor says where the next page begins. */
package io.talon.adaptor.page;
