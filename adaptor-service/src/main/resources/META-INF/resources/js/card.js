// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// One adaptor: its report card first, what can be done with it after.

import {Refused, at, download, get, post, remove} from './api.js';
import {action, confirmed} from './act.js';
import {h, problemBox, say, table, tag} from './dom.js';
import {number, percent, shareText, time} from './format.js';
import {STATE} from './adaptors.js';
import {verdict} from './jobs.js';
import {loss, roc, scores, scoresLegend} from './plots.js';
import {named} from './teach.js';

export async function adaptor(context, site, version) {
  const found = await get(at(site.name, `/adaptors/${version}`));
  const [card, triplets] = await Promise.all([cardOf(site, version), get(at(site.name, '/triplets?limit=100'))]);
  return h('div', null,
    h('div', {class: 'head'}, h('h2', null, `Adaptor ${found.version}`), tag(found.state, STATE[found.state]), verdict(found.verdict),
      h('span', {class: 'soft small'}, `${found.origin ?? 'made'} ${time(found.uploaded)} by ${found.uploadedBy ?? '–'}`)),
    actions(context, site, found),
    card instanceof Refused ? problemBox(card.problem) : reportCard(card, triplets.triplets ?? []));
}

async function cardOf(site, version) {
  try {
    return await get(at(site.name, `/adaptors/${version}/report-card`));
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function actions(context, site, found) {
  const path = (rest) => at(site.name, `/adaptors/${found.version}${rest}`);
  const after = (text) => { say(text); context.refresh(); };
  const live = found.state === 'active', put = found.state === 'rejected', passed = found.verdict !== 'fail';
  return h('div', {class: 'card row'},
    context.may('approver') && !live && !put && passed && action('Promote', async () => {
      if (!(await confirmed(`Score ${site.name} with adaptor ${found.version} from the next flow on?`, 'Promote'))) return;
      await post(path('/promote'));
      after(`Adaptor ${found.version} is active.`);
    }, {class: 'primary'}),
    context.may('analyst') && ['candidate', 'retired'].includes(found.state) && passed && action('Run in shadow', async () => { await post(path('/shadow')); after('It scores beside the active one, without alerts.'); }),
    context.may('analyst') && found.state === 'shadow' && action('End shadow', async () => { await remove(at(site.name, '/adaptors/shadow')); after('The shadow has ended.'); }),
    context.may('approver') && site.secondPerson && !live && !put && action('Approve', async () => { await post(path('/approve')); after('Approved.'); }),
    context.may('approver') && !live && !put && action('Reject', async () => {
      if (!(await confirmed(`Put adaptor ${found.version} away for good?`, 'Reject'))) return;
      await post(path('/reject'));
      after('Rejected.');
    }, {class: 'danger'}),
    context.may('analyst') && action('Export', () => save(path('/bundle'), `${site.name}-${found.version}.zip`)),
    site.secondPerson && h('span', {class: 'small soft'}, found.approvals?.length ? `Approved by ${found.approvals.map((a) => a.by).join(', ')}.` : 'Needs the approval of a second person before it can be promoted.'),
    found.verdict === 'fail' && h('span', {class: 'small'}, 'Its report card failed, so it cannot go live.'));
}

async function save(path, name) {
  const url = URL.createObjectURL(await download(path));
  const link = h('a', {href: url, download: name});
  link.click();
  URL.revokeObjectURL(url);
}

const TONE = {pass: 'good', warn: 'warn', fail: 'bad'};

function reportCard(card, triplets) {
  return h('div', null,
    h('div', {class: 'card'}, h('h2', null, 'Verdict'),
      h('p', null, verdict(card.verdict), ` compared with ${card.parent ?? 'the base model'}`, card.seconds !== undefined && h('span', {class: 'soft small'}, ` · made in ${number(card.seconds, 1)} s`)),
      card.reasons?.length ? h('ul', {class: 'plain stack'}, card.reasons.map((r) => h('li', null, tag(r.verdict, TONE[r.verdict]), ' ', r.text))) : h('p', null, 'Nothing speaks against it.')),
    h('div', {class: 'card'}, comparison(card)),
    h('div', {class: 'grid plots'},
      h('div', {class: 'card'}, scores('Before', card.plots?.before)),
      h('div', {class: 'card'}, scores('After', card.plots?.after)),
      h('div', {class: 'card'}, roc(card.plots?.before?.roc, card.plots?.after?.roc)),
      card.plots?.loss?.length > 1 && h('div', {class: 'card'}, loss(card.plots.loss))),
    scoresLegend(),
    h('div', {class: 'grid'}, history(card), influence(card, triplets)));
}

const ROWS = [['benign', 'False alarms on benign flows held out'], ['negatives', 'Found among the triplets’ negatives'], ['injected', 'Found among injected anomalies'], ['guard', 'Found among known attacks (guard set)']];

const comparison = (card) => table('Before: what the site runs now. After: this adaptor. In brackets: the 95 % interval.', [
  {title: '', head: true, cell: ([, text]) => text},
  {title: 'Before', cell: ([key]) => shareText(card[key]?.before)},
  {title: 'After', cell: ([key]) => shareText(card[key]?.after)},
  {title: 'AUROC', num: true, cell: ([key]) => card[key]?.aurocAfter === undefined ? '–' : `${number(card[key].aurocBefore, 3)} → ${number(card[key].aurocAfter, 3)}`},
], ROWS.filter(([key]) => card[key]));

function history(card) {
  const past = card.history ?? {};
  return h('div', {class: 'card'}, h('h2', null, 'On what the site did lately'),
    past.note ? h('p', null, `Not known: ${past.note}.`) : h('p', null, `Over ${past.days} days and ${number(past.sequences)} sequences the active one raised ${number(past.active)} alerts; this one would have raised ${number(past.candidate)}.`),
    h('dl', {class: 'facts'}, h('dt', null, 'Budget'), h('dd', null, `${number(card.budget?.alertsPerDay)} alerts a day`),
      h('dt', null, 'Expected'), h('dd', null, card.budget?.expectedPerDay === undefined ? 'not known: too few flows to tell' : `${number(card.budget.expectedPerDay, 1)} a day`),
      h('dt', null, 'Distance from what runs'), h('dd', null, percent(card.drift))));
}

/** Triplets that were taken back since have no name any more. */
function influence(card, triplets) {
  if (!card.influence?.length) return null;
  const anchors = new Map(triplets.map((t) => [t.id, t.anchor && named(t.anchor)]));
  const signed = (v) => v === undefined ? '–' : `${v > 0 ? '+' : ''}${(100 * v).toFixed(1)} %`;
  return h('div', {class: 'card'}, h('h2', null, 'What each triplet does'), table('Change by having it', [
    {title: 'Triplet of', head: true, cell: (i) => h('span', {class: 'small anywhere'}, anchors.get(i.triplet) ?? i.triplet.slice(0, 8))},
    {title: 'False alarms', num: true, cell: (i) => signed(i.benignAlarms)},
    {title: 'Found', num: true, cell: (i) => signed(i.found)},
    {title: '', cell: (i) => i.harmful ? tag('does harm', 'bad') : ''},
  ], card.influence));
}
