// The run sheet: a row a segment on one time axis, planned as an outline, actual or projected as a
// fill, and the now-line over all of them. What differs is drawn, and its figure stands beside it.

import { el, icon } from "./draw.js";
import { clock, countdown, now } from "./time.js";

const MINUTE = 60_000;
const STEPS = [5, 10, 15, 30, 60, 120];
const MOST_TICKS = 9;
const NARROW = 480;

const at = (text) => Date.parse(text);

export function minutes(seconds) {
  return `${Math.round(Math.abs(seconds) / 60)} min`;
}

// +2 min, −1 min, or nothing worth a word.
export function offset(seconds) {
  const rounded = Math.round(seconds / 60);
  return rounded === 0 ? "±0" : `${rounded > 0 ? "+" : "−"}${Math.abs(rounded)}`;
}

export class RunSheet {
  #root = document.getElementById("sheet");
  #line = el("div", { className: "now-line", "aria-hidden": "true" });
  #view = null;
  #from = 0;
  #to = 1;
  #current = null;

  show(view) {
    this.#view = view;
    const starts = view.slots.map((slot) => Math.min(at(slot.plannedStart), at(slot.starts)));
    const ends = view.slots.map((slot) => Math.max(at(slot.plannedEnd), at(slot.ends)));
    const running = view.state === "RUNNING" || view.state === "PAUSED";
    this.#from = Math.min(...starts);
    this.#to = Math.max(...ends, running ? now() : 0) + MINUTE;
    const list = el("ol", { className: "rows" }, ...view.slots.map((slot) => this.#row(slot)));
    this.#root.replaceChildren(this.#axis(), list);
    const lane = el("div", { className: "over-lane", "aria-hidden": "true" }, this.#line);
    this.#root.append(lane);
    this.tick();
  }

  #share(time) {
    return ((time - this.#from) / (this.#to - this.#from)) * 100;
  }

  #axis() {
    const length = (this.#to - this.#from) / MINUTE;
    const most = this.#root.clientWidth < NARROW ? MOST_TICKS / 2 : MOST_TICKS;
    const step = STEPS.find((each) => length / each <= most) ?? 240;
    const axis = el("div", { className: "axis", "aria-hidden": "true" });
    const first = Math.ceil(this.#from / (step * MINUTE)) * step * MINUTE;
    for (let time = first; time < this.#to; time += step * MINUTE) {
      const tick = el("span", {}, clock(new Date(time), this.#view.zone));
      tick.style.left = `${this.#share(time)}%`;
      axis.append(tick);
    }
    return axis;
  }

  #bar(className, from, to) {
    const bar = el("span", { className });
    this.#stretch(bar, from, to);
    return bar;
  }

  #stretch(bar, from, to) {
    bar.style.left = `${Math.max(0, this.#share(from))}%`;
    bar.style.width = `${Math.max(0.4, this.#share(to) - this.#share(from))}%`;
  }

  #row(slot) {
    const phase = slot.phase === "SKIPPED" && slot.began ? "done" : slot.phase.toLowerCase();
    const bars = el("span", { className: "bars", "aria-hidden": "true" });
    if (slot.planned > 0 && at(slot.plannedEnd) > at(slot.plannedStart)) {
      bars.append(this.#bar("plan", at(slot.plannedStart), at(slot.plannedEnd)));
    }
    let live = null;
    if (phase === "current") {
      const began = at(slot.began ?? slot.starts);
      bars.append(this.#bar("real ahead", began, at(slot.ends)));
      live = this.#bar("real", began, now());
      const beyond = this.#bar("real beyond", began, began);
      beyond.hidden = true;
      bars.append(live, beyond);
      this.#current = { slot, live, beyond, began };
    } else if (phase === "done") {
      bars.append(...this.#done(slot));
    } else if (phase === "ahead") {
      bars.append(this.#bar("real ahead", at(slot.starts), at(slot.ends)));
    }
    const figure = el("span", { className: "figure" });
    const said = el("span", { className: "hush" });
    const row = el(
      "li",
      { className: `row ${phase}`, "aria-current": phase === "current" ? "step" : null },
      el(
        "span",
        { className: "name" },
        el("b", { dir: "auto" }, slot.title),
        slot.lead ? el("small", { dir: "auto" }, slot.lead) : null,
        slot.fixed ? el("small", { title: "Fixed to the hour" }, icon("pin")) : null,
      ),
      bars,
      figure,
      said,
    );
    this.#figure(slot, figure, said);
    if (phase === "current") {
      this.#current.figure = figure;
      this.#current.said = said;
    }
    return row;
  }

  // What it took within its time, and beyond it.
  #done(slot) {
    const began = at(slot.began);
    const left = at(slot.left_at ?? slot.ends);
    const due = began + slot.planned * 1000;
    if (slot.over > 30 && left > due) {
      return [this.#bar("real", began, due), this.#bar("real beyond", due, left)];
    }
    return [this.#bar("real", began, left)];
  }

  #figure(slot, figure, said) {
    const zone = this.#view.zone;
    const planned = `planned ${clock(slot.plannedStart, zone)} to ${clock(slot.plannedEnd, zone)}`;
    switch (slot.phase) {
      case "DONE":
        figure.textContent = offset(slot.over);
        figure.classList.toggle("late", slot.over > 30);
        said.textContent = `, done, ${planned}, took ${minutes(slot.spent)}`;
        break;
      case "SKIPPED":
        if (slot.began) {
          const rest = slot.over < 0 ? "cut short" : "done";
          figure.textContent = offset(slot.over);
          figure.classList.toggle("late", slot.over > 30);
          said.textContent = `, ${rest}, ${planned}, took ${minutes(slot.spent)}`;
          break;
        }
        figure.textContent = "left out";
        said.textContent = `, left out, ${planned}`;
        break;
      case "MISSED":
        figure.textContent = "not given";
        said.textContent = `, not given, ${planned}`;
        break;
      case "CURRENT":
        said.textContent = `, running, ${planned}`;
        break;
      default:
        figure.textContent = clock(slot.starts, zone);
        said.textContent = `, begins ${clock(slot.starts, zone)}, ${planned}`;
    }
  }

  // How long the running segment has left, in milliseconds; negative when it is over.
  static left(view) {
    const slot = view.slots.find((each) => each.key === view.current);
    if (!slot) {
      return null;
    }
    if (view.state === "PAUSED") {
      return slot.left * 1000;
    }
    return slot.left * 1000 - (now() - view.drawnAt);
  }

  tick() {
    const view = this.#view;
    if (!view) {
      return;
    }
    const time = now();
    const shown = time >= this.#from && time <= this.#to + 30 * MINUTE && view.state !== "ENDED";
    const place = `${Math.min(100, this.#share(time))}%`;
    this.#line.hidden = !shown;
    this.#line.style.left = place;
    this.#root.classList.toggle("has-now", shown);
    this.#root.style.setProperty("--now", place);
    const current = this.#current;
    if (!current || !current.live.isConnected) {
      return;
    }
    const end = view.state === "PAUSED" ? at(view.pausedAt) : time;
    const left = RunSheet.left(view);
    const over = left < 0;
    const text = over
      ? `${countdown(left)} over`
      : `${Math.floor((current.slot.allotted * 1000 - left) / MINUTE)} of ${minutes(current.slot.allotted)}`;
    if (current.figure.textContent !== text) {
      current.figure.textContent = text;
    }
    current.figure.classList.toggle("late", over);
    // Only what is beyond its time is marked, as in the rows of what is done.
    const due = over ? Math.max(current.began, end + left) : end;
    this.#stretch(current.live, current.began, due);
    current.beyond.hidden = !over;
    this.#stretch(current.beyond, due, end);
  }
}
