// The panel "Now": what runs, how long it has left, what comes next. It ticks by itself.

import { el, icon } from "./draw.js";
import { clock, countdown, now, ownClock } from "./time.js";

// More names than this are for the roll.
const MOST_NAMES = 12;

// Who is here, and who is not: each a number to see at a glance, and names. After class, who was.
function people({ expected, here, away, missing, unknown }, over) {
  const row = (label, count, names) =>
    el(
      "div",
      { className: "people" },
      el("dt", {}, label),
      el("dd", { className: "count-of" }, count),
      names.length ? el("dd", { className: "names", dir: "auto" }, some(names)) : null,
    );
  const came = over ? [...here, ...away] : here;
  const others = [
    ["Away", over ? [] : away],
    ["Missing", missing],
    ["New", unknown],
  ];
  return [
    row(over ? "Were here" : "Here", `${came.length} of ${expected}`, came),
    ...others
      .filter(([, names]) => names.length)
      .map(([label, names]) => row(label, String(names.length), names)),
  ];
}

function some(names) {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

export class Panel {
  #root = document.getElementById("now");
  #body = document.getElementById("now-class");
  #tab = document.getElementById("tab-now");
  #class = null;
  #zone = "UTC";
  #left = null;
  #bar = null;

  constructor() {
    setInterval(() => this.#tick(), 250);
  }

  show(current, zone) {
    this.#class = current?.title ? current : null;
    this.#zone = zone;
    this.#root.hidden = !this.#class;
    this.#tab.hidden = !this.#class;
    if (!this.#class && document.body.dataset.tab === "now") {
      document.body.dataset.tab = "chat";
    }
    this.#draw();
  }

  #draw() {
    this.#left = null;
    this.#bar = null;
    const shown = this.#class;
    if (!shown) {
      this.#body.replaceChildren();
      return;
    }
    const parts = [
      el("h2", { className: "label" }, "Now"),
      el("p", { className: "title", dir: "auto" }, shown.title),
    ];
    if (shown.segment) {
      parts.push(...this.#running(shown));
    } else {
      parts.push(this.#still(shown));
    }
    parts.push(this.#facts(shown));
    this.#body.replaceChildren(...parts);
    this.#tick();
  }

  #running(shown) {
    this.#left = el("p", { className: "left-time", role: "timer" });
    this.#bar = el("div", { className: "bar", "aria-hidden": "true" }, el("span"));
    return [
      el("p", { className: "segment", dir: "auto" }, shown.segment.title),
      this.#left,
      this.#bar,
      this.#behind(shown.behind ?? 0),
    ];
  }

  #behind(minutes) {
    if (minutes > 0) {
      const text = `${minutes} min behind`;
      return el("p", { className: "state attention" }, icon("late"), text);
    }
    const text = minutes < 0 ? `${-minutes} min ahead` : "On time";
    return el("p", { className: "state" }, icon("clock"), text);
  }

  #still(shown) {
    const text = shown.state === "ENDED" ? "The class is over" : "Open, not started";
    return el("p", { className: "state" }, icon("clock"), text);
  }

  #facts(shown) {
    const facts = [];
    const add = (label, value) => {
      facts.push(el("div", {}, el("dt", {}, label), el("dd", { dir: "auto" }, value)));
    };
    if (shown.segment) {
      add("Next", shown.next ?? "The end");
    }
    if (shown.starts && !shown.segment && shown.state !== "ENDED") {
      add("Starts", this.#time(shown.starts));
    }
    if (shown.ends) {
      add(shown.state === "ENDED" ? "Ended" : "Ends", this.#time(shown.ends));
    }
    return el("dl", {}, ...facts, ...(shown.presence ? people(shown.presence, shown.state === "ENDED") : []));
  }

  #time(at) {
    const ours = ownClock(at, this.#zone);
    return clock(at, this.#zone) + (ours ? ` (${ours} yours)` : "");
  }

  #tick() {
    const segment = this.#class?.segment;
    if (!segment || !this.#left) {
      return;
    }
    const begin = Date.parse(segment.began);
    const end = Date.parse(segment.ends);
    const rest = end - now();
    const over = rest < 0;
    const word = over ? " over" : " left";
    if (this.#left.firstChild?.data !== countdown(rest) || !this.#left.lastChild) {
      this.#left.replaceChildren(countdown(rest), el("small", {}, word));
    }
    this.#left.classList.toggle("over", over);
    this.#bar.classList.toggle("over", over);
    const done = over ? 1 : (now() - begin) / Math.max(end - begin, 1);
    this.#bar.firstChild.style.width = `${Math.min(Math.max(done, 0), 1) * 100}%`;
  }
}
