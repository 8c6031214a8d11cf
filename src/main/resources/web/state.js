// How a class stands, in a few words that are read at a glance.

import { clock } from "./time.js";

const FAR_BEHIND = 8;

// {text, level}: the level is "", "amber" or "red".
export function stateWords(view) {
  const behind = behindWords(view);
  switch (view.state) {
    case "ENDED":
      return { text: "The class is over", level: "" };
    case "OPEN":
      return { text: "Open, not started", level: "" };
    case "PAUSED":
      return {
        text: [`Paused since ${clock(view.pausedAt, view.zone)}`, behind.level && behind.text].filter(Boolean).join(", "),
        level: behind.level || "amber",
      };
    default:
      return behind;
  }
}

function behindWords(view) {
  const behind = Math.round(view.behind / 60);
  if (behind === 0) {
    return { text: "On time", level: "" };
  }
  return behind > 0
    ? { text: `${behind} min behind`, level: behind >= FAR_BEHIND ? "red" : "amber" }
    : { text: `${-behind} min ahead`, level: "" };
}

// When it begins, ends or ended.
export function endWords(view) {
  if (view.state === "ENDED") {
    return `ended ${clock(view.endedAt, view.zone)}`;
  }
  if (view.state !== "OPEN") {
    return `ends ${clock(view.end, view.zone)}`;
  }
  return view.plannedStart ? `starts ${clock(view.plannedStart, view.zone)}` : "starts when you say so";
}
