// What came back on what was pressed or typed: over the run sheet for a while, then gone.

import { el } from "./draw.js";

const MOST = 2;
const STAYS = 30_000;
const CARD_STAYS = 120_000;

const root = document.getElementById("answers");

export function tell(content) {
  const item = el(
    "div",
    { className: "answer-card" },
    content,
    el("button", { type: "button", className: "quiet close", onclick: () => item.remove() }, "Close"),
  );
  root.prepend(item);
  [...root.children].slice(MOST).forEach((old) => old.remove());
  settle(item, item.querySelector(".card") ? CARD_STAYS : STAYS);
}

// An answer goes by itself, for it tells how things stood; not while somebody is at it.
function settle(item, stays) {
  setTimeout(() => {
    if (item.matches(":hover") || item.contains(document.activeElement)) {
      settle(item, stays);
    } else {
      item.remove();
    }
  }, stays);
}

export const closeAnswers = () => root.replaceChildren();
