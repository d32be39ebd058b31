// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// Which view the address names, who calls, and what every view may use.

import {Refused, credential, get} from './api.js';
import {h, loading, problemBox, put} from './dom.js';
import {signIn} from './signin.js';
import {sites} from './sites.js';
import {site} from './site.js';
import {suppressions} from './suppressions.js';
import {audit} from './audit.js';

const ROLES = ['viewer', 'analyst', 'approver', 'admin'];
const content = document.getElementById('content');
let me = null;
let leave = new AbortController();

/** Whether the caller has the rights of a role; each has those before it. */
const may = (role) => (me?.roles ?? []).some((r) => ROLES.indexOf(r) >= ROLES.indexOf(role));

function route() {
  const parts = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  switch (parts[0]) {
    case 'sites': return parts[1] ? (context) => site(context, parts[1], parts[2] ?? 'teach', parts[3]) : sites;
    case 'suppressions': return suppressions;
    case 'audit': return audit;
    default: return sites;
  }
}

function header() {
  const here = location.hash.split('/')[1] || 'sites';
  const link = (name, text) => h('a', {href: `#/${name}`, 'aria-current': here === name ? 'page' : null}, text);
  put(document.getElementById('nav'), ...(me ? [link('sites', 'Sites'), link('suppressions', 'Suppressions'), ...(may('admin') ? [link('audit', 'Audit')] : [])] : []));
  put(document.getElementById('caller'), ...(me ? [
    h('span', null, `${me.name ?? 'signed in'} · tenant ${me.tenant ?? '–'} · ${ROLES.filter(may).at(-1) ?? 'operator'}`),
    h('button', {onclick: signOut}, 'Sign out')] : []));
}

function signOut() {
  credential.forget();
  me = null;
  show();
}

async function show() {
  leave.abort();
  leave = new AbortController();
  const {signal} = leave;
  if (!credential.get()) {
    header();
    put(content, signIn(show));
    return;
  }
  content.setAttribute('aria-busy', 'true');
  if (!me) put(content, loading('this page'));
  try {
    me ??= await get('/me');
    header();
    const view = await route()({may, me, signal, refresh: again});
    if (signal.aborted) return;
    put(content, view);
    content.removeAttribute('aria-busy');
    const title = content.querySelector('h1');
    document.title = title ? `${title.textContent} · Talon` : 'Talon';
  } catch (error) {
    if (signal.aborted) return;
    failed(error);
  }
}

/** The same view anew; the focus, whose place may be gone, goes to its beginning. */
const again = () => show().then(() => content.focus({preventScroll: true}));

function failed(error) {
  content.removeAttribute('aria-busy');
  if (!(error instanceof Refused)) throw error;
  if (error.problem.status === 401) {
    credential.forget();
    me = null;
    header();
    put(content, signIn(show, {detail: error.problem.detail, remedy: 'Ask an admin of your tenant for a key, or sign in again where your token comes from.'}));
    return;
  }
  document.title = 'Not shown · Talon';
  put(content, h('div', {class: 'head'}, h('h1', null, 'This cannot be shown')), problemBox(error.problem), h('button', {onclick: show}, 'Try again'));
}

window.addEventListener('hashchange', () => { show().then(() => content.focus({preventScroll: true})); scrollTo(0, 0); });
show();
