// What stands on a second screen and is read from two metres: ?view=timer and ?view=cue.

import { el } from "./draw.js";
import { RunSheet } from "./runsheet.js";
import { endWords, stateWords } from "./state.js";
import { city, clock, countdown, now, seconds } from "./time.js";

// So many characters are hours too, which need smaller ones.
const LONG = 7;

const byId = (id) => document.getElementById(id);

const segment = (view, key) => view.slots.find((slot) => slot.key === key);

export function drawDisplay(display, view) {
  byId("display").className = `display ${display === "cue" ? "cue-view" : "timer-view"}`;
  byId("display").replaceChildren(...(display === "cue" ? cueFace(view) : timerFace(view)));
  tickDisplay(display, view);
}

// The one figure, and what it counts.
function figure() {
  return el(
    "div",
    { className: "big-figure" },
    el("p", { className: "big-label", id: "big-label" }),
    el("p", { className: "big-time", id: "big-time", role: "timer" }),
  );
}

function timerFace(view) {
  const current = segment(view, view.current);
  const next = segment(view, view.next);
  return [
    el("h1", { dir: "auto" }, current?.title ?? view.title),
    figure(),
    current ? el("div", { className: "bar", "aria-hidden": "true" }, el("span", { id: "big-bar" })) : null,
    el("p", { className: "big-who", id: "big-state" }),
    next && view.state !== "ENDED"
      ? el("p", { className: "big-who", dir: "auto" }, `${current ? "Next" : "First"}: ${next.title}`)
      : null,
  ].filter(Boolean);
}

function cueFace(view) {
  if (view.state === "ENDED") {
    return [el("h1", { dir: "auto" }, view.title), figure()];
  }
  const next = segment(view, view.next);
  const who = next ? [next.lead, clock(next.starts, view.zone)] : [endWords(view)];
  return [
    el("p", { className: "big-label" }, view.current ? "Next" : "First"),
    el("h1", { dir: "auto" }, next?.title ?? "The end"),
    next?.cue ? el("p", { className: "big-cue", dir: "auto" }, next.cue) : null,
    el("p", { className: "big-who", dir: "auto" }, who.filter(Boolean).join(" · ")),
    figure(),
  ].filter(Boolean);
}

// {label, text, over} of the figure: what is left of the segment, else the time until the start,
// else the time of day.
function counted(display, view) {
  if (view.state === "ENDED") {
    return { label: "The class is over since", text: clock(view.endedAt, view.zone) };
  }
  const left = RunSheet.left(view);
  if (left !== null) {
    const of = display === "cue" ? ` in ${segment(view, view.current).title}` : "";
    const paused = view.state === "PAUSED" ? ", paused" : "";
    return { label: `${left < 0 ? "Over" : "Left"}${of}${paused}`, ...signed(left) };
  }
  const until = view.plannedStart ? Date.parse(view.plannedStart) - now() : null;
  if (until === null) {
    return { label: `Now in ${city(view.zone)}`, text: seconds(now(), view.zone) };
  }
  return { label: until < 0 ? "Not started, late by" : "Starts in", ...signed(until) };
}

const signed = (left) => ({ text: `${left < 0 ? "+" : ""}${countdown(left)}`, over: left < 0 });

export function tickDisplay(display, view) {
  const time = byId("big-time");
  if (!time) {
    return;
  }
  const { label, text, over } = counted(display, view);
  say(byId("big-label"), label);
  say(time, text);
  time.classList.toggle("over", Boolean(over));
  time.classList.toggle("long", text.length >= LONG);
  if (display === "cue") {
    return;
  }
  const bar = byId("big-bar");
  if (bar) {
    const allotted = segment(view, view.current).allotted * 1000;
    const done = 1 - RunSheet.left(view) / allotted;
    bar.style.width = `${Math.min(1, Math.max(0, done)) * 100}%`;
    bar.parentNode.classList.toggle("over", Boolean(over));
  }
  const state = stateWords(view);
  byId("big-state").className = `big-who state ${state.level}`;
  say(byId("big-state"), view.state === "ENDED" ? "" : `${state.text} · ${endWords(view)}`);
}

function say(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}
