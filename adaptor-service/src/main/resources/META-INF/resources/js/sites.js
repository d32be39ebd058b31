// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {Refused, get, post} from './api.js';
import {action} from './act.js';
import {empty, field, h, say, table, tag} from './dom.js';
import {number} from './format.js';
import {budgetBar} from './plots.js';

export const MATURITY = {
  generic: ['generic', 'warn', 'scored by the base model as it comes'],
  calibrated: ['calibrated', 'on', 'thresholds fit this site, the adaptor is the base model’s'],
  adapted: ['adapted', 'good', 'taught with triplets'],
};

export const maturity = (name) => {
  const [text, tone, meaning] = MATURITY[name] ?? [name ?? 'unknown', '', ''];
  return h('span', {title: meaning}, tag(text, tone));
};

/** Alert rates need Elasticsearch; without it the list of sites still shows. */
async function rates() {
  try {
    const found = await get('/alert-rates?days=7');
    return {bySite: new Map((found.sites ?? []).map((s) => [s.site, s]))};
  } catch (error) {
    if (error instanceof Refused) return {problem: error.problem};
    throw error;
  }
}

const MOST = 1000;

async function all() {
  const list = [];
  let cursor = '';
  do {
    const page = await get(`/sites?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    list.push(...(page.sites ?? []));
    cursor = page.next ?? '';
  } while (cursor && list.length < MOST);
  return {list, more: Boolean(cursor)};
}

export async function sites({may, refresh}) {
  const [{list, more}, rate] = await Promise.all([all(), rates()]);
  const columns = [
    {title: 'Site', head: true, cell: (s) => h('a', {href: `#/sites/${encodeURIComponent(s.name)}/teach`}, s.name)},
    {title: 'Maturity', cell: (s) => maturity(s.maturity)},
    {title: 'Adaptor', cell: (s) => [s.activeAdaptor ? `version ${s.activeAdaptor}` : 'base model', s.shadowAdaptor ? ` · version ${s.shadowAdaptor} in shadow` : '']},
    {title: 'Alerts a day, last 7 days', num: true, cell: (s) => alerts(s, rate.bySite?.get(s.name))},
    {title: 'Budget', num: true, cell: (s) => number(s.alertBudget)},
    {title: '', cell: (s) => h('a', {class: 'button', href: `#/sites/${encodeURIComponent(s.name)}/teach`, 'aria-label': `Teach ${s.name}`}, 'Teach')},
  ];
  return h('div', null,
    h('div', {class: 'head'}, h('h1', {class: 'grow'}, 'Sites')),
    rate.problem && h('p', {class: 'notice'}, `Alert rates are missing: ${rate.problem.detail}. ${rate.problem.remedy ?? ''} Teaching works without.`),
    more && h('p', {class: 'notice'}, `The first ${number(MOST)} sites. The others: talon site list, or by their address #/sites/NAME.`),
    list.length ? h('div', {class: 'card'}, table(`${list.length} ${list.length === 1 ? 'site' : 'sites'}`, columns, list))
      : empty('There is no site yet. A site is a place that Zeek watches; flows name it when they are ingested.'),
    may('admin') && newSite(refresh));
}

function alerts(site, rate) {
  if (!rate) return '–';
  return h('span', null, number(rate.perDay, 1), budgetBar(rate.perDay, site.alertBudget),
    rate.perDay > site.alertBudget && h('div', null, tag('over budget', 'bad')));
}

function newSite(refresh) {
  const name = h('input', {maxlength: 63, pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]*', required: true, spellcheck: 'false'});
  const budget = h('input', {type: 'number', min: 0, step: 'any', value: 10});
  const second = h('input', {type: 'checkbox', id: 'second-person'});
  return h('details', {class: 'card'}, h('summary', null, 'Add a site'),
    h('div', {class: 'stack'},
      field('Name', name, 'As the ingest names it: letters, digits, dot, dash, underscore.'),
      field('Alert budget', budget, 'Alerts a day that your team can look at; the threshold follows from it.'),
      h('div', {class: 'row'}, second, h('label', {for: 'second-person'}, 'A second person must approve what goes live')),
      action('Add', async () => {
        await post('/sites', {name: name.value, alertBudget: Number(budget.value), secondPerson: second.checked});
        say(`${name.value} was added.`);
        refresh();
      }, {class: 'primary'})));
}
