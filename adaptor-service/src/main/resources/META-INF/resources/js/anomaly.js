// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// Why an anomaly was raised, and the analyst's word on it.

import {Refused, at, get, replace} from './api.js';
import {action} from './act.js';
import {field, h, say, table, tag} from './dom.js';
import {address, number, percent, time} from './format.js';
import {MARKS, severity} from './anomalies.js';
import {picture, pictureLegend} from './picture.js';
import {budgetBar} from './plots.js';

const SHOWN = 10;

export async function anomaly(context, site, id) {
  const found = await get(at(site.name, `/anomalies/${encodeURIComponent(id)}`));
  const sequence = await sequenceOf(site, found.uid);
  return h('div', null,
    h('div', {class: 'card stack'},
      h('div', {class: 'row'}, severity(found.severity), tag(`score ${number(found.recordScore, 0)}`), found.mark && tag(...MARKS[found.mark.verdict]), found.suppressed && tag('suppressed')),
      h('p', {class: 'sentence'}, found.message),
      h('dl', {class: 'facts'},
        ...[['When', time(found.time)], ['From', found.source], ['To', `${address(found.destination, found.destinationPort)} ${found.transport ?? ''}`],
          ['As unusual as this', `${percent(found.p)} of the site's benign flows`], ['Flows', h('span', {class: 'mono'}, (found.uids ?? []).join(' '))], ['Adaptor', `${found.adaptor ?? 'base model'} (${found.maturity ?? '–'})`]]
          .map(([term, value]) => [h('dt', null, term), h('dd', null, value ?? '–')])),
      sequence && [picture(sequence), pictureLegend()]),
    h('div', {class: 'two'},
      h('div', {class: 'card'}, h('h2', null, 'Why'), table('Largest share of the score first', [
        {title: 'Feature', head: true, cell: (f) => f.feature},
        {title: 'Here', num: true, cell: (f) => `${number(f.actual, 3)} ${f.unit ?? ''}`},
        {title: 'Typical', num: true, cell: (f) => `${number(f.typical, 3)} ${f.unit ?? ''}`},
        {title: 'Share of the score', num: true, cell: (f) => h('span', null, percent(f.contribution), budgetBar(Math.min(f.contribution, 1), 1))},
      ], (found.features ?? []).slice(0, SHOWN))),
      context.may('analyst') && marking(context, site, found)));
}

/** The picture needs flows that may be gone; the anomaly itself stands without it. */
async function sequenceOf(site, uid) {
  if (!uid) return null;
  try {
    return await get(at(site.name, `/sequences/${encodeURIComponent(uid)}`));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function marking(context, site, found) {
  const note = h('textarea', {maxlength: 1000, rows: 2});
  const until = h('input', {type: 'datetime-local'});
  const send = (verdict, text) => async () => {
    if (verdict === 'expected' && !until.value) { say('Say until when it is expected.'); until.focus(); return; }
    await replace(at(site.name, `/anomalies/${encodeURIComponent(found.id)}/mark`), {verdict, note: note.value || undefined, until: verdict === 'expected' ? new Date(until.value).toISOString() : undefined});
    say(text);
    context.refresh();
  };
  return h('div', {class: 'card stack'}, h('h2', null, 'What is it?'),
    found.mark && h('p', {class: 'small'}, `${found.mark.by ?? 'Somebody'} said “${found.mark.verdict}” ${time(found.mark.at)}. `, found.mark.note),
    field('Note', note),
    action('An attack, or worth the look', send('true', 'Noted; it becomes a proposed triplet.')),
    action('Benign: this is normal here', send('benign', 'Noted; it becomes a proposed triplet.')),
    field('Expected until', until, 'For instance a scan that was announced. It makes a suppression.'),
    action('Expected until then', send('expected', 'Noted; alerts of this kind are held back until then.')));
}
