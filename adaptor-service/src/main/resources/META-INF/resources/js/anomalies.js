// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {at, get} from './api.js';
import {action} from './act.js';
import {empty, h, put, table, tag} from './dom.js';
import {number, time} from './format.js';

export const severity = (value) => value >= 99 ? tag('critical', 'bad') : value >= 73 ? tag('high', 'bad') : value >= 47 ? tag('medium', 'warn') : tag('low');

export const MARKS = {true: ['true', 'bad'], benign: ['benign', 'good'], expected: ['expected', 'on']};

/** What the job found at a site, newest first. */
export async function anomalies(context, site) {
  const list = [];
  const place = h('div');
  let cursor = '';
  const more = async () => {
    const page = await get(at(site.name, `/anomalies?days=7&limit=25${cursor && `&cursor=${encodeURIComponent(cursor)}`}`), {signal: context.signal});
    list.push(...(page.anomalies ?? []));
    cursor = page.next ?? '';
    put(place, list.length ? h('div', {class: 'card'}, table('Last 7 days, newest first', columns(site), list)) : empty('No anomalies in the last 7 days.'),
      cursor ? action('Show more', more) : '');
  };
  await more();
  return place;
}

const columns = (site) => [
  {title: 'When', cell: (a) => time(a.time)},
  {title: 'What', head: true, cell: (a) => h('a', {href: `#/sites/${encodeURIComponent(site.name)}/anomalies/${encodeURIComponent(a.id)}`}, a.message ?? a.id)},
  {title: 'Severity', cell: (a) => severity(a.severity)},
  {title: 'Score', num: true, cell: (a) => number(a.recordScore, 0)},
  {title: 'Marked', cell: (a) => [a.suppressed && tag('suppressed'), a.mark ? tag(...MARKS[a.mark.verdict]) : a.suppressed ? '' : '–']},
];
