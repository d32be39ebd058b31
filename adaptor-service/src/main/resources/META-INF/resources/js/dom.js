// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// Elements made by script: text is always text, never markup, so nothing that a user or a sensor wrote can run.

const SVG = 'http://www.w3.org/2000/svg';

/** What is to be shown of children: lists flattened, what is absent or false left out. */
const shown = (children) => children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...shown(children));
  return element;
}

/** An HTML element; attributes that start with "on" are listeners. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** Shows these in place of what an element held. */
export const put = (element, ...children) => element.replaceChildren(...shown(children));

/** An SVG element. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** A table; columns are {title, num, cell(row), head}. On a phone rows become blocks. */
export function table(caption, columns, rows) {
  const cell = (column, row) =>
    column.head
      ? h('th', {scope: 'row'}, column.cell(row))
      : h('td', {class: column.num ? 'num' : null, 'data-label': column.title || null}, column.cell(row));
  return h('div', {class: 'wide'},
    h('table', {class: 'stacked'},
      caption && h('caption', null, caption),
      h('thead', null, h('tr', null, columns.map((c) => c.title ? h('th', {scope: 'col', class: c.num ? 'num' : null}, c.title) : h('td')))),
      h('tbody', null, rows.map((row) => h('tr', null, columns.map((c) => cell(c, row)))))));
}

/** A labelled field; the input gets an id of its own. */
let fields = 0;
export function field(label, input, hint) {
  input.id = `field-${++fields}`;
  if (hint) input.setAttribute('aria-describedby', `${input.id}-hint`);
  return h('div', null, h('label', {for: input.id}, label), input, hint && h('div', {class: 'hint', id: `${input.id}-hint`}, hint));
}

export const tag = (text, tone) => h('span', {class: `tag ${tone ?? ''}`}, text);

export const loading = (what) => h('p', {class: 'loading', 'aria-busy': 'true'}, `Reading ${what}…`);

export const empty = (text, ...more) => h('div', {class: 'card empty'}, h('p', null, text), more);

/** Told to screen readers, and shown for a while. */
export function say(text) {
  const line = h('p', null, text);
  document.getElementById('status').append(line);
  setTimeout(() => line.remove(), 6000);
}

const sentence = (text) => text[0].toUpperCase() + text.slice(1);

/** What the service refused: cause and remedy. */
export function problemBox(problem) {
  return h('div', {class: 'problem', role: 'alert'},
    h('p', null, h('strong', null, sentence(problem.detail || problem.title || 'it did not work'))),
    problem.remedy && h('p', null, problem.remedy));
}
