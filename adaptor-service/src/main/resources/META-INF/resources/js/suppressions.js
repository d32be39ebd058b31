// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {get, post, remove} from './api.js';
import {action} from './act.js';
import {empty, field, h, say, table, tag} from './dom.js';
import {time} from './format.js';

/** What raises no alert, by whom, why and until when. What is held back stays searchable. */
export async function suppressions({may, refresh}) {
  const list = (await get('/suppressions?limit=100')).suppressions ?? [];
  return h('div', null,
    h('div', {class: 'head'}, h('h1', null, 'Suppressions')),
    h('p', {class: 'soft'}, 'Anomalies that match raise no alert; they stay searchable in Elasticsearch.'),
    list.length ? h('div', {class: 'card'}, table('Newest first', [
      {title: 'What', head: true, cell: what},
      {title: 'Why', cell: (s) => s.reason},
      {title: 'By', cell: (s) => s.owner ?? '–'},
      {title: 'Until', cell: (s) => s.expires ? time(s.expires) : 'withdrawn by hand'},
      {title: '', cell: (s) => s.withdrawn ? tag('withdrawn') : may('analyst') ? action('Withdraw', async () => { await remove(`/suppressions/${s.id}`); say('Withdrawn.'); refresh(); }) : ''},
    ], list)) : empty('Nothing is suppressed.'),
    may('analyst') && newSuppression(refresh));
}

function what(s) {
  const parts = [s.site ? `site ${s.site}` : 'all sites', s.sourceCidr && `from ${s.sourceCidr}`, s.destinationCidr && `to ${s.destinationCidr}`,
    s.destinationPort !== undefined && s.destinationPort !== null && `port ${s.destinationPort}`, s.transport, s.direction];
  return parts.filter(Boolean).join(', ');
}

function newSuppression(refresh) {
  const text = (attributes) => h('input', {spellcheck: 'false', ...attributes});
  const choice = (...values) => h('select', null, h('option', {value: ''}, 'any'), values.map((v) => h('option', null, v)));
  const site = text(), source = text({placeholder: '10.0.0.0/8'}), destination = text({placeholder: '192.0.2.10/32'}), port = text({type: 'number', min: 0, max: 65535});
  const transport = choice('tcp', 'udp', 'icmp'), direction = choice('inbound', 'outbound', 'internal', 'external');
  const reason = text({maxlength: 1000, required: true}), expires = text({type: 'datetime-local'});
  return h('details', {class: 'card'}, h('summary', null, 'Suppress something'),
    h('div', {class: 'stack'},
      h('div', {class: 'grid'}, field('Site', site, 'Empty: all sites.'), field('Source net', source), field('Destination net', destination), field('Destination port', port), field('Protocol', transport), field('Direction', direction)),
      field('Reason', reason, 'Needed: somebody will ask.'), field('Until', expires),
      action('Suppress', async () => {
        const optional = (input) => input.value || undefined;
        await post('/suppressions', {site: optional(site), sourceCidr: optional(source), destinationCidr: optional(destination), destinationPort: port.value ? Number(port.value) : undefined,
          transport: optional(transport), direction: optional(direction), reason: reason.value, expires: expires.value ? new Date(expires.value).toISOString() : undefined});
        say('Suppressed.');
        refresh();
      }, {class: 'primary'})));
}
