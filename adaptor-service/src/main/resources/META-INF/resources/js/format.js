// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// Numbers and times as people write them.

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

export function bytes(value) {
  if (value === undefined || value === null) return '–';
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) { value /= 1000; unit++; }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

export function duration(millis) {
  if (millis === undefined || millis === null) return '–';
  if (millis < 1000) return `${Math.round(millis)} ms`;
  if (millis < 120_000) return `${(millis / 1000).toFixed(1)} s`;
  if (millis < 7_200_000) return `${Math.round(millis / 60_000)} min`;
  return `${(millis / 3_600_000).toFixed(1)} h`;
}

/** Host and port as one writes them: an IPv6 address in brackets, so that the port is not taken for a part of it. */
export function address(host, port) {
  if (!host) return '–';
  return port === undefined || port === null ? host : host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** A share as percent; a small one with more digits, for 0.0 % would say never. */
export const percent = (share) => {
  if (share === undefined || share === null) return '–';
  if (share > 0 && share < 0.0001) return '<\u00a00.01\u00a0%';
  return `${(100 * share).toFixed(share >= 0.1 ? 0 : share >= 0.001 || share === 0 ? 1 : 2)}\u00a0%`;
};

export const number = (value, digits = 2) =>
  value === undefined || value === null ? '–' : Number(value).toLocaleString('en', {maximumFractionDigits: digits});

export const time = (iso) => iso ? new Date(iso).toLocaleString('en-GB', {dateStyle: 'medium', timeStyle: 'short'}).replaceAll(' ', '\u00a0') : '–';

/** "3 of 40: 7.5 % (2.0 % – 20 %)", in brackets the 95 % interval. */
export const shareText = (share) => !share ? '–'
  : `${share.count} of ${share.of}: ${percent(share.share)} (${percent(share.low)} – ${percent(share.high)})`;
