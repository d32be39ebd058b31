// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {get} from './api.js';
import {action} from './act.js';
import {empty, h, put, table, tag} from './dom.js';
import {time} from './format.js';

/** Who did what; every entry carries the hash of the one before, so that none can be changed or taken out unseen. */
export async function audit() {
  const list = [], place = h('div'), finding = h('div', {role: 'status'});
  let cursor = '';
  const more = async () => {
    const page = await get(`/audit?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    list.push(...(page.entries ?? []));
    cursor = page.next ?? '';
    put(place, list.length ? h('div', {class: 'card'}, table('Newest first', columns, list)) : empty('Nothing has happened yet.'), cursor ? action('Show more', more) : '');
  };
  const verify = async () => {
    const found = await get('/audit/verify');
    put(finding, found.intact
      ? h('p', {class: 'notice'}, `The chain is unbroken: ${found.entries} entries, head `, h('code', null, (found.head ?? '').slice(0, 16)), '…')
      : h('div', {class: 'problem'}, h('p', null, h('strong', null, `The chain is broken at entry ${found.brokenAt}.`)), h('p', null, found.reason)));
  };
  await Promise.all([more(), verify()]);
  return h('div', null, h('div', {class: 'head'}, h('h1', {class: 'grow'}, 'Audit'), action('Verify again', verify)), finding, place);
}

const columns = [
  {title: 'No.', num: true, cell: (e) => String(e.seq)},
  {title: 'When', cell: (e) => time(e.at)},
  {title: 'Who', cell: (e) => e.by ?? '–'},
  {title: 'What', head: true, cell: (e) => [e.action, ' ', h('span', {class: 'mono soft'}, e.object ?? '')]},
  {title: 'Outcome', cell: (e) => tag(e.outcome, e.outcome === 'refused' ? 'bad' : 'good')},
  {title: 'Detail', cell: (e) => h('span', {class: 'anywhere'}, e.detail ?? '')},
];
