// The line on top of a page that says what hinders it.

import { el, icon } from "./draw.js";

const line = () => document.getElementById("notice");

// How high it is, for what stays on top of the page stays below it.
const height = new ResizeObserver(([entry]) =>
  document.documentElement.style.setProperty("--notice", `${entry.target.offsetHeight}px`),
);

// Says it; an empty sentence takes it away.
export function notice(sentence) {
  say(sentence, null);
}

// Says that what is shown stands still, with a button that goes on; the rest of the page turns
// grey, so that nobody takes it for what is now.
export function stopped(sentence, goOn) {
  say(sentence, el("button", { type: "button", onclick: goOn }, "Go on here"));
}

function say(sentence, button) {
  if (line().textContent === sentence + (button?.textContent ?? "")) {
    return;
  }
  height.observe(line());
  document.body.classList.toggle("stopped", button !== null);
  line().hidden = !sentence;
  line().replaceChildren(...(sentence ? [icon("late"), el("span", {}, sentence)] : []));
  if (button) {
    line().append(button);
  }
}
