// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// The service's API. The key lives in this tab alone (sessionStorage) and goes with it.

const KEY = 'talon.credential';

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export const credential = {
  get: () => sessionStorage.getItem(KEY),
  set: (value) => sessionStorage.setItem(KEY, value),
  forget: () => sessionStorage.removeItem(KEY),
};

/** A pasted JWT is a bearer token, anything else an API key. */
export const asHeader = (text) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? `Bearer ${text}` : `ApiKey ${text}`;

async function problemOf(response) {
  const unknown = {title: `The service answered ${response.status}`, detail: response.statusText, status: response.status};
  try {
    return {...unknown, ...(await response.json())};
  } catch {
    return unknown;
  }
}

async function send(method, path, {body, type, ifMatch, signal} = {}) {
  const headers = {};
  if (credential.get()) headers.Authorization = credential.get();
  if (body !== undefined) headers['Content-Type'] = type ?? 'application/json';
  if (ifMatch) headers['If-Match'] = ifMatch;
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method, headers, signal, cache: 'no-store',
      body: body === undefined ? undefined : type ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refused({title: 'The service cannot be reached', detail: error.message, remedy: 'Look whether it runs and whether this machine reaches it, then try again.'});
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 429 && response.headers.get('Retry-After')) {
    problem.remedy = `${problem.remedy ?? ''} Try again in ${response.headers.get('Retry-After')} s.`.trim();
  }
  throw new Refused(problem);
}

const json = async (response) => response.status === 204 ? null : response.json();

export const get = async (path, options) => json(await send('GET', path, options));
export const post = async (path, body, options) => json(await send('POST', path, {body, ...options}));
export const replace = async (path, body) => json(await send('PUT', path, {body}));
export const remove = async (path) => json(await send('DELETE', path));

/** A value with the ETag that a change of it must carry. */
export async function getTagged(path) {
  const response = await send('GET', path);
  return {value: await response.json(), etag: response.headers.get('ETag')};
}

export const patch = async (path, body, ifMatch) => json(await send('PATCH', path, {body, ifMatch}));

/** A file to save. */
export const download = async (path) => (await send('GET', path)).blob();

export const at = (site, rest = '') => `/sites/${encodeURIComponent(site)}${rest}`;

/** Reads server-sent events; EventSource cannot carry the credential. Ends with the stream or the signal. */
export async function events(path, signal, seen) {
  const response = await send('GET', path, {signal});
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    buffer += value.replaceAll('\r', '');
    let end;
    while ((end = buffer.indexOf('\n\n')) >= 0) {
      const data = buffer.slice(0, end).split('\n').filter((l) => l.startsWith('data:')).map((l) => l.slice(5).trimStart()).join('\n');
      buffer = buffer.slice(end + 2);
      if (data) seen(JSON.parse(data));
    }
  }
}
