// Pages that a press opens. A link that signs somebody in asks whether they want to come in, for a
// link may have been slipped to them; not when they pressed it on a page of ours, in this browser.

import { remember, remembered } from "./keep.js";

const PRESSED = "callboard-pressed";

// So much of a token tells it from all others, and signs nobody in.
const START = 16;

// The token in a link to our own desk; null in all other addresses.
function tokenIn(address) {
  const url = new URL(address);
  const ours = url.origin === location.origin && url.pathname.startsWith("/desk");
  return ours ? new URLSearchParams(url.hash.slice(1)).get("in") : null;
}

export function openPage(address) {
  const token = tokenIn(address);
  if (token) {
    remember(PRESSED, token.slice(0, START));
  }
  window.open(address, "_blank", "noopener");
}

// Whoever pressed for a way to the desk wants to be there. A browser that opens no window for it
// leaves the link in the answer.
export function followWay(blocks) {
  const ways = (blocks ?? [])
    .flatMap((made) => (made.type === "actions" ? made.buttons : []))
    .filter((made) => made.url && tokenIn(made.url));
  if (ways.length === 1) {
    openPage(ways[0].url);
  }
}

export const wasPressed = (token) =>
  Boolean(token) && remembered(PRESSED) === token.slice(0, START);
