// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
import {Refused} from './api.js';
import {h, problemBox, put} from './dom.js';

/**
 * A button that does one thing at a time and shows, beside itself, why it could not. While it works it is not disabled,
 * which would take the focus from whoever pressed it, but says so and does nothing.
 */
export function action(text, work, attributes = {}) {
  const place = h('div', {hidden: true});
  let busy = false;
  const button = h('button', {...attributes, type: 'button', onclick: async () => {
    if (busy) return;
    busy = true;
    button.setAttribute('aria-disabled', 'true');
    place.hidden = true;
    try {
      await work();
    } catch (error) {
      if (error.name === 'AbortError') return;
      put(place, problemBox(error instanceof Refused ? error.problem : {title: 'It did not work', detail: String(error)}));
      place.hidden = false;
    } finally {
      busy = false;
      button.removeAttribute('aria-disabled');
    }
  }}, text);
  return h('span', {class: 'stack'}, button, place);
}

/** Asks before something that cannot be taken back lightly. */
export function confirmed(question, verb) {
  return new Promise((resolve) => {
    const close = (answer) => { dialog.close(); dialog.remove(); resolve(answer); };
    const dialog = h('dialog', {'aria-label': question, oncancel: () => close(false)},
      h('p', null, question),
      h('div', {class: 'row'}, h('button', {class: 'primary', onclick: () => close(true)}, verb), h('button', {onclick: () => close(false)}, 'Cancel')));
    document.body.append(dialog);
    dialog.showModal();
  });
}
