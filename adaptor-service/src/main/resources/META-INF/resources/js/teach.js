// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// Choosing triplets: an ordinary flow, another ordinary one, one that does not belong.

import {at, get, post, remove} from './api.js';
import {action} from './act.js';
import {empty, field, h, loading, problemBox, put, say, tag} from './dom.js';
import {address, number, percent, time} from './format.js';
import {picture, pictureLegend} from './picture.js';

const KINDS = [['proposed', 'Suggested'], ['anomalous', 'Most unusual'], ['typical', 'Typical'], ['diverse', 'Diverse']];
const SLOTS = [
  ['anchor', 'Ordinary', 'a flow that belongs here'],
  ['positive', 'Like it', 'another ordinary one; may stay empty'],
  ['negative', 'Unlike it', 'one that does not belong; may stay empty'],
];
const STRATEGIES = [['busy', 'busy destinations, unlike the most surprising'], ['noise', 'noise, unlike another destination'], ['tails', 'tails of the error'], ['injected', 'unlike made-up anomalies'], ['clusters', 'clusters']];
const ENOUGH = 5;

/** The tab: sequences left, the triplet in hand and those made right. */
export async function teach(context, site) {
  const draft = {};
  const list = h('div', {tabindex: -1, 'aria-label': 'Sequences', role: 'group'});
  const side = h('div', {class: 'sticky'});
  const state = {context, site, draft, list, side, kind: 'proposed', strategy: 'busy', triplets: []};
  await Promise.all([readTriplets(state), readCandidates(state)]);
  const adding = context.may('analyst') && upload(state);
  if (adding && state.sequences && !state.sequences.length) adding.open = true;
  const strategy = field('Suggestions by', h('select', {onchange: (e) => { state.strategy = e.target.value; readCandidates(state); }}, STRATEGIES.map(([value, text]) => h('option', {value}, text))));
  const choices = h('div', {class: 'picks', role: 'group', 'aria-label': 'Which sequences'}, KINDS.map(([kind, text]) =>
    h('button', {'aria-pressed': String(kind === state.kind), onclick: (e) => {
      state.kind = kind;
      strategy.hidden = kind !== 'proposed';
      for (const b of choices.children) b.setAttribute('aria-pressed', String(b === e.target));
      readCandidates(state);
    }}, text)));
  return h('div', {class: 'two'},
    h('div', null,
      h('div', {class: 'stack'}, h('p', {class: 'soft'}, `Pick sequences of flows and say which are ordinary here and which are not. ${ENOUGH} triplets are enough.`),
        choices, strategy), pictureLegend(), list, adding),
    side);
}

async function readTriplets(state) {
  state.triplets = (await get(at(state.site.name, '/triplets?limit=100'))).triplets ?? [];
  showSide(state);
}

async function readCandidates(state) {
  const {kind, strategy} = state;
  put(state.list, loading('sequences'));
  try {
    const found = await get(at(state.site.name, `/candidates?kind=${kind}&strategy=${strategy}&limit=24`), {signal: state.context.signal});
    if (kind !== state.kind || strategy !== state.strategy) return;
    state.sequences = found.candidates ?? [];
    state.proposals = found.proposals ?? [];
    state.elasticsearch = found.elasticsearch;
    showCandidates(state);
  } catch (error) {
    if (error.problem) put(state.list, problemBox(error.problem));
  }
}

function showCandidates(state) {
  const byUid = new Map(state.sequences.map((s) => [s.uid, s]));
  put(state.list,
    h('div', null,
      state.elasticsearch === 'away' && h('p', {class: 'notice'}, 'Elasticsearch does not answer; only sequences that were uploaded or used before are shown.'),
      state.kind === 'proposed' && proposals(state, byUid),
      state.sequences.length
        ? h('div', {class: 'sequences'}, state.sequences.map((sequence) => candidate(state, sequence)))
        : empty('No sequences yet. They come from the running job by way of Elasticsearch, or from a conn.log that you add below.')));
}

const same = (triplet, proposal) => SLOTS.every(([slot]) => (triplet[slot]?.uid ?? null) === (proposal[slot] ?? null));

function proposals(state, byUid) {
  const left = state.proposals.filter((p) => !state.triplets.some((t) => same(t, p)));
  if (!left.length) return state.proposals.length > 0 && h('p', {class: 'notice'}, 'All suggestions are taken. Make more from the most unusual, typical or diverse sequences.');
  return h('div', {class: 'card'},
    h('h2', null, `${left.length} suggested ${left.length === 1 ? 'triplet' : 'triplets'}`),
    h('p', {class: 'soft small'}, 'Made from the sequences below. Look at each; a wrong one teaches the wrong thing.'),
    h('ul', {class: 'plain stack'}, left.map((p) => h('li', {class: 'row'},
      h('span', {class: 'grow'}, `${name(byUid, p.anchor)} is like ${p.positive ? name(byUid, p.positive) : 'itself with noise'}, unlike ${p.negative ? name(byUid, p.negative) : 'a made-up anomaly'}`),
      h('button', {onclick: () => { Object.assign(state.draft, {anchor: byUid.get(p.anchor), positive: byUid.get(p.positive), negative: byUid.get(p.negative)}); showAll(state); toDraft(state); }}, 'Look at it')))));
}

/** As people know it, by its destination, and as the API does. */
export const named = (sequence) => sequence.destination ? `${address(sequence.destination, sequence.destinationPort)} (${sequence.uid})` : sequence.uid;

const name = (byUid, uid) => named(byUid.get(uid) ?? {uid});

function candidate(state, sequence) {
  const chosen = SLOTS.find(([slot]) => state.draft[slot]?.uid === sequence.uid);
  return h('article', {class: `sequence ${chosen ? 'chosen' : ''}`, 'aria-label': `Sequence ${sequence.uid}`},
    h('div', {class: 'row'},
      h('strong', {class: 'mono'}, address(sequence.destination, sequence.destinationPort)),
      sequence.anomalous && tag('anomalous', 'bad'), sequence.declaredBenign && tag('declared benign', 'good'), state.triplets.some((t) => SLOTS.some(([slot]) => t[slot]?.uid === sequence.uid)) && tag('in a triplet', 'on')),
    picture(sequence),
    h('div', {class: 'small soft'}, `from ${sequence.source ?? '–'} · ${time(sequence.end)} · score ${number(sequence.recordScore, 0)} · p\u00a0${percent(sequence.p)}`),
    sequence.reason && state.kind !== 'proposed' && h('div', {class: 'small'}, sequence.reason),
    state.context.may('analyst') && h('div', {class: 'picks', role: 'group', 'aria-label': `Use ${sequence.uid} as`}, SLOTS.map(([slot, text]) =>
      h('button', {'aria-pressed': String(state.draft[slot]?.uid === sequence.uid), onclick: () => pick(state, slot, sequence)}, text)),
      chosen && h('button', {onclick: () => toDraft(state)}, 'To the triplet')));
}

/** The triplet in hand stands far from the list on a phone and in the order of Tab. */
const toDraft = (state) => state.side.querySelector('h2').focus();

function pick(state, slot, sequence) {
  for (const [other] of SLOTS) if (state.draft[other]?.uid === sequence.uid && other !== slot) delete state.draft[other];
  if (state.draft[slot]?.uid === sequence.uid) delete state.draft[slot]; else state.draft[slot] = sequence;
  showAll(state);
}

/** Draws anew and keeps the focus where it was. */
function showAll(state) {
  const focused = document.activeElement?.closest('article')?.getAttribute('aria-label');
  const text = document.activeElement?.textContent;
  showCandidates(state);
  showSide(state);
  if (!focused) return;
  const article = [...state.list.querySelectorAll('article')].find((a) => a.getAttribute('aria-label') === focused);
  [...(article?.querySelectorAll('button') ?? [])].find((b) => b.textContent === text)?.focus();
}

function showSide(state) {
  const accepted = state.triplets.filter((t) => t.state === 'accepted');
  const proposed = state.triplets.filter((t) => t.state === 'proposed');
  const can = state.context.may('analyst');
  put(state.side,
    can && draftCard(state),
    h('div', {class: 'card stack'}, h('h2', null, `Triplets (${accepted.length} of ${ENOUGH})`),
      h('progress', {max: ENOUGH, value: Math.min(ENOUGH, accepted.length), 'aria-label': 'Triplets made'}),
      accepted.length ? h('ul', {class: 'plain stack'}, accepted.map((t) => made(state, t, can))) : h('p', {class: 'soft'}, 'None yet.'),
      accepted.length > 0 && h('a', {class: 'button', href: `#/sites/${encodeURIComponent(state.site.name)}/train`}, 'Go on to training')),
    proposed.length > 0 && h('div', {class: 'card'}, h('h2', null, `Proposed (${proposed.length})`),
      h('p', {class: 'soft small'}, 'From marks on anomalies and from alerts that were closed in Kibana.'),
      h('ul', {class: 'plain stack'}, proposed.map((t) => made(state, t, can)))));
}

function draftCard(state) {
  const note = h('input', {maxlength: 1000});
  return h('div', {class: 'card'}, h('h2', {tabindex: -1}, 'This triplet'),
    h('div', {class: 'stack'}, SLOTS.map(([slot, text, hint]) => {
      const sequence = state.draft[slot];
      return h('div', {class: `slot ${sequence ? 'filled' : ''}`},
        h('div', {class: 'row'}, h('h3', null, text), sequence && h('button', {'aria-label': `Clear ${text}`, onclick: () => { delete state.draft[slot]; showAll(state); }}, 'Clear')),
        sequence ? [picture(sequence), h('span', {class: 'mono small'}, sequence.uid)] : h('span', {class: 'small soft'}, hint));
    }),
    field('Note', note, 'For whoever looks at this later; optional.'),
    action('Save triplet', async () => {
      if (!state.draft.anchor) { say('Choose an ordinary sequence first.'); return; }
      await post(at(state.site.name, '/triplets'), {anchor: state.draft.anchor.uid, positive: state.draft.positive?.uid, negative: state.draft.negative?.uid, note: note.value || undefined});
      for (const [slot] of SLOTS) delete state.draft[slot];
      say('The triplet is saved.');
      await readTriplets(state);
      showCandidates(state);
      state.list.focus();
    }, {class: 'primary'})));
}

function made(state, triplet, can) {
  const text = (sequence, none) => sequence ? named(sequence) : none;
  return h('li', {class: 'stack'},
    h('div', {class: 'small anywhere'}, text(triplet.anchor, '–'), ' is like ', text(triplet.positive, 'itself with noise'), ', unlike ', text(triplet.negative, 'a made-up anomaly')),
    triplet.note && h('div', {class: 'small soft'}, triplet.note),
    can && h('div', {class: 'row'},
      triplet.state === 'proposed' && action('Accept', async () => { await post(at(state.site.name, `/triplets/${triplet.id}/accept`)); await readTriplets(state); }),
      action(triplet.state === 'proposed' ? 'Dismiss' : 'Take back', async () => { await remove(at(state.site.name, `/triplets/${triplet.id}`)); await readTriplets(state); })));
}

function upload(state) {
  const file = h('input', {type: 'file'});
  const benign = h('input', {type: 'checkbox', id: 'declared-benign'});
  return h('details', {class: 'card'}, h('summary', null, 'Add flows of a conn.log'),
    h('div', {class: 'stack'}, field('File', file, 'TSV or JSON as Zeek writes it.'),
      h('div', {class: 'row'}, benign, h('label', {for: 'declared-benign'}, 'All of them are benign: calibrate on them')),
      action('Add', async () => {
        if (!file.files.length) { say('Choose a file first.'); return; }
        const report = await post(at(state.site.name, `/flows?benign=${benign.checked}`), await file.files[0].arrayBuffer(), {type: 'application/octet-stream'});
        say(`${report.flows} flows read, ${report.rejected} lines rejected, ${report.sequences} sequences kept.`);
        await readCandidates(state);
      }, {class: 'primary'})));
}
