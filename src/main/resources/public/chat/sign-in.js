// Who the visitor is, by what the site's own server signed: it stands behind the #, where no server and no log reads it.

const SIGNED = "signed";
const SIGNED_OUT = "signed-out";

/** What the address of a page says that began anew because somebody was refused. */
export const REFUSED = "#refused";

/** Takes what the address says: "changed" where the page must begin anew, "refused", "failed", or "unchanged". */
export async function signIn(base) {
  const said = new URLSearchParams(location.hash.slice(1));
  const token = said.get(SIGNED);
  const refused = location.hash === REFUSED;
  if (token === null && !refused && !said.has(SIGNED_OUT)) {
    return "unchanged";
  }
  history.replaceState(null, "", location.pathname + location.search); // nobody finds it in the address, nor in the history
  if (refused) {
    return "refused";
  }
  if (token === null) {
    return (await signOut(base)) ? "changed" : "failed";
  }
  const answer = await post(`${base}/identify`, { token });
  if (answer?.ok) {
    return "changed";
  }
  const why = await answer?.json().catch(() => null);
  console.warn(`Renhua did not sign anybody in: ${why?.problem ?? "the server could not be reached"}`);
  return "refused";
}

/** Whether nobody is signed in any more. */
export const signOut = async (base) => Boolean((await post(`${base}/sign-out`, {}))?.ok);

async function post(address, body) {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return null; // no network
  }
}
