// Asks the server; every change carries the page's token.
const token = document.querySelector('meta[name=token]').content;

export class Away extends Error {}
export class SignedOut extends Error {}

async function answer(request) {
  let response;
  try {
    response = await fetch(request);
  } catch (e) {
    throw new Away(e.message);
  }
  if (response.status === 401 || response.status === 403) throw new SignedOut();
  if (!response.ok) throw new Away(String(response.status));
  return response.json();
}

export const ask = (path, values = {}) =>
  answer(new Request(`${path}?${new URLSearchParams(values)}`, { headers: { Accept: 'application/json' } }));

export const act = (path, values, how = {}) =>
  answer(new Request(path, {
    ...how,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Renhua-Token': token },
    body: JSON.stringify(values),
  }));
