// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// A sequence as a small picture: one column per flow, oldest left. Bars up are bytes sent by the originator, down the
// responder's; both on a log scale. A red cross is a flow that failed; the distance to the flow before stands below.

import {h, s} from './dom.js';
import {bytes, duration} from './format.js';

const WIDTH = 320, MIDDLE = 46, REACH = 34, BOTTOM = 108;
const FAILED = new Set(['S0', 'REJ', 'RSTO', 'RSTR', 'RSTOS0', 'RSTRH', 'SH', 'SHR']);

const height = (value) => value > 0 ? Math.min(REACH, (REACH * Math.log10(1 + value)) / 8) : 0;

function column(flow, index, count) {
  const step = WIDTH / Math.max(count, 4), x = index * step, bar = Math.min(18, step * 0.6), left = x + (step - bar) / 2;
  const up = height(flow.origBytes), down = height(flow.respBytes), middle = x + step / 2;
  return s('g', null,
    s('title', null, flowText(flow)),
    index === count - 1 && s('rect', {class: 'last', x: x + 1, y: 2, width: step - 2, height: BOTTOM - 4, rx: 5}),
    s('rect', {class: 'up', x: left, y: MIDDLE - up, width: bar, height: up, rx: 1.5}),
    s('rect', {class: 'down', x: left, y: MIDDLE, width: bar, height: down, rx: 1.5}),
    FAILED.has(flow.connState) && s('path', {class: 'failed', d: `M${middle - 4} ${MIDDLE - 4}l8 8m0-8l-8 8`}),
    s('text', {x: middle, y: 92, 'text-anchor': 'middle'}, gapText(flow)),
    s('text', {x: middle, y: 102, 'text-anchor': 'middle'}, (flow.service ?? flow.proto ?? '').split(',')[0].slice(0, 5)));
}

/** The features say one day for the first flow to a destination. */
const DAY = 86_400_000;
const isFirst = (flow) => flow.gapMs > 0.999 * DAY;

const gapText = (flow) => flow.gapMs === undefined ? '·' : isFirst(flow) ? 'first' : duration(flow.gapMs).replace(' ', '');

const flowText = (f) =>
  `${f.proto ?? ''} ${f.service ?? ''} ${f.connState ?? ''}: ${bytes(f.origBytes)} up, ${bytes(f.respBytes)} down, lasted ${duration(f.durationMs)}, ${isFirst(f) ? 'the first to its destination' : `${duration(f.gapMs)} after the flow before`}`;

/** What the picture shows, in words. */
export function inWords(sequence) {
  const flows = sequence.flows ?? [];
  const failed = flows.filter((f) => FAILED.has(f.connState)).length;
  const last = flows[flows.length - 1];
  return `${flows.length} flows to ${sequence.destination ?? 'one destination'}, ${failed} of them failed. Last: ${last ? flowText(last) : 'none'}.`;
}

export function picture(sequence) {
  const flows = sequence.flows ?? [];
  return s('svg', {class: 'picture', viewBox: `0 0 ${WIDTH} ${BOTTOM}`, role: 'img', 'aria-label': inWords(sequence)},
    flows.map((flow, i) => column(flow, i, flows.length)),
    s('line', {class: 'axis', x1: 0, y1: MIDDLE, x2: WIDTH, y2: MIDDLE}));
}

export const pictureLegend = () => h('p', {class: 'legend'},
  h('span', null, 'Oldest flow left, the scored one shaded right.'),
  h('span', null, s('svg', {viewBox: '0 0 14 10', class: 'picture', 'aria-hidden': 'true'}, s('rect', {class: 'up', width: 14, height: 10, rx: 2})), 'bytes sent'),
  h('span', null, s('svg', {viewBox: '0 0 14 10', class: 'picture', 'aria-hidden': 'true'}, s('rect', {class: 'down', width: 14, height: 10, rx: 2})), 'bytes received'),
  h('span', null, s('svg', {viewBox: '0 0 14 10', class: 'picture', 'aria-hidden': 'true'}, s('path', {class: 'failed', d: 'M3 1l8 8m0-8l-8 8'})), 'failed'),
  h('span', null, 'Below: time since the flow before, service.'));
