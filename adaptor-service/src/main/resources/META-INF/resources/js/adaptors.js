// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {at, get, post, remove} from './api.js';
import {action, confirmed} from './act.js';
import {empty, h, say, table, tag} from './dom.js';
import {time} from './format.js';
import {maturity} from './sites.js';
import {verdict} from './jobs.js';

export const STATE = {candidate: '', shadow: 'on', active: 'good', retired: '', rejected: 'bad'};

/** All adaptors of a site, what ran when, and the way back. */
export async function adaptors(context, site) {
  const [found, history] = await Promise.all([get(at(site.name, '/adaptors?limit=50')), get(at(site.name, '/releases?limit=20'))]);
  const list = found.adaptors ?? [], releases = history.releases ?? [];
  const link = (version) => h('a', {href: `#/sites/${encodeURIComponent(site.name)}/adaptors/${version}`}, `version ${version}`);
  return h('div', null,
    context.may('approver') && releases.some((r) => r.role === 'active') && h('div', {class: 'row card'}, rollBack(context, site), site.activeAdaptor && toBase(context, site)),
    list.length ? h('div', {class: 'card'}, table('Adaptors, newest first', [
      {title: 'Adaptor', head: true, cell: (a) => link(a.version)},
      {title: 'State', cell: (a) => tag(a.state, STATE[a.state])},
      {title: 'Report card', cell: (a) => verdict(a.verdict)},
      {title: 'Maturity', cell: (a) => maturity(a.maturity)},
      {title: 'Made', cell: (a) => `${time(a.uploaded)} by ${a.uploadedBy ?? '–'}`},
      {title: 'Approvals', cell: (a) => (a.approvals ?? []).map((p) => p.by).join(', ') || '–'},
    ], list)) : empty('No adaptor yet: the site runs the base model.', h('a', {class: 'button', href: `#/sites/${encodeURIComponent(site.name)}/teach`}, 'Teach it')),
    releases.length > 0 && h('div', {class: 'card'}, table('What ran when, newest first', [
      {title: 'Release', head: true, cell: (r) => `${r.role} ${r.release}`},
      {title: 'Adaptor', cell: (r) => r.adaptor ? link(r.adaptor) : r.role === 'shadow' ? 'no shadow' : 'base model'},
      {title: 'When', cell: (r) => time(r.released)},
      {title: 'By', cell: (r) => r.releasedBy ?? '–'},
    ], releases)));
}

const rollBack = (context, site) => action('Roll back to what ran before', async () => {
  if (!(await confirmed(`Roll ${site.name} back to what ran before? The running job follows within seconds.`, 'Roll back'))) return;
  const release = await post(at(site.name, '/rollback'));
  say(release.adaptor ? `Adaptor ${release.adaptor} is active again.` : 'The base model is active again.');
  context.refresh();
}, {class: 'danger'});

const toBase = (context, site) => action('Back to the base model', async () => {
  if (!(await confirmed(`Send ${site.name} back to the base model?`, 'Back to the base model'))) return;
  await remove(at(site.name, '/adaptors/active'));
  say('The base model is active.');
  context.refresh();
});
