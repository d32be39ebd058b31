// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {Refused, at, get} from './api.js';
import {h, problemBox} from './dom.js';
import {maturity} from './sites.js';
import {teach} from './teach.js';
import {jobs} from './jobs.js';
import {adaptors} from './adaptors.js';
import {adaptor} from './card.js';
import {anomalies} from './anomalies.js';
import {anomaly} from './anomaly.js';

const TABS = [['teach', 'Teach'], ['train', 'Train'], ['adaptors', 'Adaptors'], ['anomalies', 'Anomalies']];

function view(tab, detail) {
  switch (tab) {
    case 'train': return jobs;
    case 'adaptors': return detail ? (context, site) => adaptor(context, site, detail) : adaptors;
    case 'anomalies': return detail ? (context, site) => anomaly(context, site, detail) : anomalies;
    default: return teach;
  }
}

/** What one tab cannot show, because Elasticsearch is away for instance, leaves the others in reach. */
async function bodyOf(tab, context, found) {
  try {
    return await tab(context, found);
  } catch (error) {
    if (error instanceof Refused && error.problem.status !== 401) return problemBox(error.problem);
    throw error;
  }
}

/** One site: its state above, one of its tabs below. */
export async function site(context, name, tab, detail) {
  const found = await get(at(name));
  const body = await bodyOf(view(tab, detail), context, found);
  const link = ([key, text]) => h('a', {href: `#/sites/${encodeURIComponent(name)}/${key}`, 'aria-current': key === tab ? 'page' : null}, text);
  return h('div', null,
    h('p', {class: 'crumb'}, h('a', {href: '#/sites'}, 'Sites')),
    h('div', {class: 'head'}, h('h1', null, found.name), maturity(found.maturity),
      h('span', {class: 'soft small'}, found.activeAdaptor ? `adaptor ${found.activeAdaptor} is active` : 'runs the base model',
        found.shadowAdaptor ? ` · adaptor ${found.shadowAdaptor} in shadow` : '', ` · budget ${found.alertBudget} alerts a day`)),
    h('nav', {class: 'tabs', 'aria-label': `Site ${name}`}, TABS.map(link)),
    body);
}
