// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {at, events, get, post, remove} from './api.js';
import {action} from './act.js';
import {empty, field, h, put, say, table, tag} from './dom.js';
import {number, time} from './format.js';

/** Whoever watches can cancel, so a busy service gets all the time that it may take. */
const MOST_SECONDS = 600;

const ENDED = new Set(['done', 'failed', 'cancelled']);
const TONE = {done: 'good', failed: 'bad', running: 'on'};

/** Starting, watching and looking back at training. */
export async function jobs(context, site) {
  const past = h('div');
  const [list, made] = await Promise.all([readPast(site, past), get(at(site.name, '/triplets?state=accepted&limit=100'))]);
  const watched = h('div');
  const follow = (job) => watch(context, site, job, watched, past);
  const running = list.find((job) => !ENDED.has(job.state));
  if (running) follow(running);
  return h('div', null, context.may('analyst') && start(site, (made.triplets ?? []).length, follow), watched, past);
}

async function readPast(site, past) {
  const list = (await get(at(site.name, '/jobs?limit=20'))).jobs ?? [];
  put(past, list.length ? h('div', {class: 'card'}, table('Training so far, newest first', columns(site), list)) : empty('Nothing was trained here yet.'));
  return list;
}

function start(site, count, follow) {
  const from = h('input', {type: 'datetime-local'}), to = h('input', {type: 'datetime-local'});
  const steps = h('input', {type: 'number', min: 1, max: 1000});
  const iso = (input) => input.value ? new Date(input.value).toISOString() : undefined;
  return h('div', {class: 'card'}, h('h2', null, 'Train an adaptor'),
    h('p', null, count ? `From ${count} ${count === 1 ? 'triplet' : 'triplets'}. The shared model stays as it is; only this site's two small layers are fitted. Nothing goes live by itself.`
      : 'Training needs at least one triplet.'),
    !count && h('a', {class: 'button', href: `#/sites/${encodeURIComponent(site.name)}/teach`}, 'Choose triplets'),
    count > 0 && h('div', {class: 'stack'},
      h('details', null, h('summary', null, 'Benign flows and steps'),
        h('p', {class: 'soft small'}, 'What is ordinary here is learnt from flows that were uploaded as benign, or else from those of the last 7 days without anomalies. A time that you give takes their place.'),
        h('div', {class: 'grid'}, field('Benign from', from), field('Benign to', to), field('Steps', steps, 'Empty: as many as usual. Fewer are quicker and fit less well.'))),
      action('Start training', async () => {
        follow(await post(at(site.name, '/jobs'), {benignFrom: iso(from), benignTo: iso(to), steps: steps.value ? Number(steps.value) : undefined, maxSeconds: MOST_SECONDS}));
      }, {class: 'primary'})));
}

/** Follows one job by its events; after the last one the verdict stands there. */
function watch(context, site, first, place, past) {
  const bar = h('progress', {max: 100, 'aria-label': 'Training'});
  const text = h('p', {'aria-live': 'polite'}), count = h('p', {class: 'small soft'});
  const result = h('div');
  const cancel = context.may('analyst') && action('Cancel', () => remove(at(site.name, `/jobs/${first.id}`)), {class: 'danger'});
  let phase = '', ended = false;
  const seen = (job) => {
    bar.max = job.steps || 1;
    bar.value = job.state === 'done' ? bar.max : job.step ?? 0;
    const now = job.state === 'queued' ? job.ahead ? `Waiting; ${job.ahead} before it.` : 'Waiting for its turn.' : job.phase === 'reporting' ? 'Writing the report card.' : job.state === 'running' ? 'Fitting the adaptor.' : '';
    if (now !== phase) { phase = now; text.textContent = now; }
    count.textContent = job.state === 'running' && job.step ? `Step ${number(job.step)} of ${number(job.steps)}.` : '';
    if (ended || !ENDED.has(job.state)) return;
    ended = true;
    if (cancel) cancel.remove();
    bar.remove();
    text.textContent = job.state === 'done' ? 'Done.' : job.state === 'cancelled' ? 'Cancelled.' : `Failed: ${job.problem?.detail ?? job.problem?.title ?? 'the service does not say why'} ${job.problem?.remedy ?? ''}`;
    if (job.state === 'done') {
      put(result, h('p', null, verdict(job.verdict), ' ', h('a', {class: 'button primary', href: `#/sites/${encodeURIComponent(site.name)}/adaptors/${job.adaptor}`}, `Read the report card of version ${job.adaptor}`)));
      say('Training is done. Read the report card.');
    }
    readPast(site, past).catch((error) => say(error.message));
  };
  put(place, h('div', {class: 'card'}, h('h2', null, 'Training'), bar, text, count, result, cancel));
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
