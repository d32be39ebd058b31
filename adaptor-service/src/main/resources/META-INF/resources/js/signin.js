// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {asHeader, credential} from './api.js';
import {field, h, problemBox} from './dom.js';

/** The first page: a key or a token, kept in this tab alone. */
export function signIn(then, problem) {
  const key = h('input', {type: 'password', autocomplete: 'off', spellcheck: 'false', required: true, autofocus: true});
  const submit = (event) => {
    event.preventDefault();
    if (!key.value.trim()) return;
    credential.set(asHeader(key.value.trim()));
    then();
  };
  return h('div', {class: 'signin card'},
    h('h1', null, 'Sign in'),
    h('p', {class: 'soft'}, 'Teach a site what is normal there, with five triplets.'),
    problem && problemBox(problem),
    h('form', {class: 'stack', onsubmit: submit},
      field('API key or token', key, 'Kept in this tab only, and forgotten when it closes.'),
      h('button', {class: 'primary', type: 'submit'}, 'Sign in')));
}
