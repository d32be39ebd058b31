// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The adaptor service as a process of its own: killed, and with a real Elasticsearch. */
package io.talon.it.service;
