#!/usr/bin/env node
/**
 * node deploy/smoke.mjs URL [TOKEN]
 *
 * Whether the server there becomes ready (within a minute) and answers a query; with a token, as the token's person.
 * Ends with 1 and says why when it doesn't. Needs nothing but Node 20 or newer.
 */
const [, , url, token] = process.argv;
const patienceMs = 60_000;
const requestMs = 5_000;

async function readiness() {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(requestMs) })
      .then(async (response) => ({ ok: response.ok, text: await response.text() }))
      .catch((error) => ({ ok: false, text: String(error.cause ?? error) }));
    if (answer.ok) return answer.text;
    if (Date.now() > until) throw new Error(`${url} is not ready: ${answer.text}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function ask(query) {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(requestMs),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  if (!response.ok || errors || !data) throw new Error(`${query} was answered by ${response.status} ${text}`);
  return data;
}

if (!url) {
  process.stderr.write('node deploy/smoke.mjs URL [TOKEN]\n');
  process.exit(2);
}
try {
  process.stdout.write(`ready: ${await readiness()}\n`);
  const { serverTime, me } = await ask('{ serverTime me { handle } }');
  if (!(Math.abs(Date.parse(serverTime) - Date.now()) < patienceMs)) throw new Error(`its time is ${serverTime}`);
  if (token && !me) throw new Error('it does not know whose the token is');
  process.stdout.write(`answers: ${serverTime}, ${me ? me.handle : 'nobody signed in'}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
