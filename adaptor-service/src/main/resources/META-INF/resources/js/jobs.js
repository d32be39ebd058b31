// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {at, events, get, post, remove} from './api.js';
import {action} from './act.js';
import {empty, field, h, put, say, table, tag} from './dom.js';
import {number, time} from './format.js';

const ENDED = new Set(['done', 'failed', 'cancelled']);
const TONE = {done: 'good', failed: 'bad', running: 'on'};

/** Starting, watching and looking back at training. */
export async function jobs(context, site) {
  const [found, made] = await Promise.all([get(at(site.name, '/jobs?limit=20')), get(at(site.name, '/triplets?state=accepted&limit=100'))]);
  const list = found.jobs ?? [], count = (made.triplets ?? []).length;
  const watched = h('div');
  const running = list.find((job) => !ENDED.has(job.state));
  if (running) watch(context, site, running, watched);
  return h('div', null,
    context.may('analyst') && start(context, site, count, watched),
    watched,
    list.length ? h('div', {class: 'card'}, table('Training so far, newest first', columns(site), list)) : empty('Nothing was trained here yet.'));
}

function start(context, site, count, watched) {
  const from = h('input', {type: 'datetime-local'}), to = h('input', {type: 'datetime-local'});
  const iso = (input) => input.value ? new Date(input.value).toISOString() : undefined;
  return h('div', {class: 'card'}, h('h2', null, 'Train an adaptor'),
    h('p', null, count ? `From ${count} ${count === 1 ? 'triplet' : 'triplets'}. The shared model stays as it is; only this site's two small layers are fitted. Nothing goes live by itself.`
      : 'Training needs at least one triplet.'),
    !count && h('a', {class: 'button', href: `#/sites/${encodeURIComponent(site.name)}/teach`}, 'Choose triplets'),
    count > 0 && h('div', {class: 'stack'},
      h('details', null, h('summary', null, 'Which flows are declared benign'),
        h('p', {class: 'soft small'}, 'By default those that were uploaded as benign, or those of the last 7 days without anomalies.'),
        h('div', {class: 'grid'}, field('From', from), field('To', to))),
      action('Start training', async () => {
        const job = await post(at(site.name, '/jobs'), {benignFrom: iso(from), benignTo: iso(to)});
        watch(context, site, job, watched);
      }, {class: 'primary'})));
}

/** Follows one job by its events; after the last one the verdict stands there. */
function watch(context, site, first, place) {
  const bar = h('progress', {max: 100, 'aria-label': 'Training'});
  const text = h('p', {'aria-live': 'polite'});
  const result = h('div');
  const cancel = action('Cancel', () => remove(at(site.name, `/jobs/${first.id}`)), {class: 'danger'});
  let phase = '';
  const seen = (job) => {
    bar.max = job.steps || 1;
    bar.value = job.state === 'done' ? bar.max : job.step ?? 0;
    const now = job.state === 'queued' ? `Waiting; ${job.ahead ?? 0} before it.` : job.phase === 'reporting' ? 'Writing the report card.' : job.state === 'running' ? 'Fitting the adaptor.' : '';
    if (now !== phase) { phase = now; text.textContent = now; }
    if (!ENDED.has(job.state)) return;
    cancel.remove();
    bar.remove();
    text.textContent = job.state === 'done' ? 'Done.' : job.state === 'cancelled' ? 'Cancelled.' : `Failed: ${job.problem?.detail ?? job.problem?.title ?? 'the service does not say why'} ${job.problem?.remedy ?? ''}`;
    if (job.state === 'done') {
      put(result, h('p', null, verdict(job.verdict), ' ', h('a', {class: 'button primary', href: `#/sites/${encodeURIComponent(site.name)}/adaptors/${job.adaptor}`}, `Read the report card of version ${job.adaptor}`)));
      say('Training is done. Read the report card.');
    }
  };
  put(place, h('div', {class: 'card'}, h('h2', null, 'Training'), bar, text, result, cancel));
  seen(first);
  follow(context, site, first, seen);
}

/** The stream may break (a proxy, a restart of the service); the job itself tells the rest. */
async function follow(context, site, first, seen) {
  try {
    await events(at(site.name, `/jobs/${first.id}/events`), context.signal, seen);
    seen(await get(at(site.name, `/jobs/${first.id}`), {signal: context.signal}));
  } catch (error) {
    if (!context.signal.aborted) say(`The progress of the training cannot be followed: ${error.message} Open this page again to see it.`);
  }
}

export const verdict = (name) => ({pass: tag('pass', 'good'), warn: tag('pass, with warnings', 'warn'), fail: tag('fail: cannot go live', 'bad')})[name] ?? tag(name ?? 'no verdict');

const columns = (site) => [
  {title: 'Started', head: true, cell: (j) => time(j.started ?? j.created)},
  {title: 'State', cell: (j) => tag(j.state, TONE[j.state])},
  {title: 'Triplets', num: true, cell: (j) => number(j.triplets)},
  {title: 'Benign sequences', num: true, cell: (j) => number(j.benign)},
  {title: 'By', cell: (j) => j.createdBy ?? '–'},
  {title: 'Result', cell: (j) => j.adaptor ? [h('a', {href: `#/sites/${encodeURIComponent(site.name)}/adaptors/${j.adaptor}`}, `version ${j.adaptor}`), ' ', verdict(j.verdict)] : j.problem?.detail ?? '–'},
];
