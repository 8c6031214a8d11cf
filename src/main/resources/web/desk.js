// The desk of one class.

import { ask, choose, show } from "./ask.js";
import { DeskWire } from "./deskwire.js";
import { blocks, el, icon } from "./draw.js";
import { remember, remembered } from "./keep.js";
import { notice, stopped } from "./notice.js";
import { RunSheet } from "./runsheet.js";
import { Sides } from "./sides.js";
import { goesOn, hideDoor, showDoor, signOut } from "./signin.js";
import { city, clock, countdown, now, setServerClock } from "./time.js";

const MOST_ANSWERS = 2;
const ANSWER_STAYS = 30_000;

const byId = (id) => document.getElementById(id);
const session = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const display = new URLSearchParams(location.search).get("view");
const sheet = new RunSheet();
const sides = new Sides((line, node) => act({ kind: "press", line }, node));

let view = null;
let may = new Set();

const wire = new DeskWire(session, {
  you(you) {
    goesOn();
    may = new Set(you.may);
    sides.you(you);
  },
  desk(told) {
    setServerClock(told.clock);
    view = told.view;
    view.drawnAt = Date.parse(told.made);
    hideDoor();
    byId("desk").hidden = Boolean(display);
    byId("display").hidden = !display;
    draw();
  },
  lost(isLost) {
    notice(isLost ? `The connection is lost; trying again.${stood()}` : "");
  },
  crowded(sentence) {
    stopped(sentence + stood(), () => wire.goOn());
  },
  shut(status, sentence) {
    byId("desk").hidden = true;
    byId("display").hidden = true;
    showDoor(status, sentence, () => wire.begin());
  },
});

const stood = () => (view ? ` This is how it stood at ${clock(view.drawnAt, view.zone)}.` : "");

function draw() {
  document.title = `${view.title} · Callboard`;
  if (display) {
    drawDisplay();
    return;
  }
  byId("title").textContent = view.title;
  byId("zone").textContent = `${city(view.zone)} time`;
  if (!sameActs()) {
    drawActs();
  }
  keepFocus(() => {
    sheet.show(view);
    sides.show(view);
  });
  tick();
}

// What is drawn anew must not lose the place of whoever goes through it by keyboard.
function keepFocus(redraw) {
  const held = document.activeElement;
  const label = held?.closest?.(".sides") ? `${held.textContent}|${held.closest("li")?.textContent}` : null;
  redraw();
  if (label !== null) {
    [...byId("sides").querySelectorAll("button")]
      .find((each) => `${each.textContent}|${each.closest("li")?.textContent}` === label)
      ?.focus();
  }
}

let actsShown = "";

const sameActs = () => actsShown === actsKey();

const actsKey = () =>
  `${view.state}|${Boolean(view.next)}|${view.links.map((link) => link.key)}|${[...may].join(" ")}`;

// The buttons, each with the key that does the same.
function doings() {
  const running = view.state === "RUNNING" || view.state === "PAUSED";
  const list = [];
  const add = (word, key, label, run, className) => {
    if (may.has(word)) {
      list.push({ word, key, label, run, className });
    }
  };
  const line = (text) => (node) => act({ kind: "press", line: text }, node);
  if (view.state === "OPEN") {
    add("start", "n", "Start", line("start"), "main large");
    add("welcome", "w", "Welcome", line("welcome"));
  }
  if (running) {
    if (view.next) {
      add("next", "n", "Next", (node) => line(`next from ${view.current}`)(node), "main large");
    } else {
      add("end", "n", "End class", line("end"), "main large");
    }
    add("extend", "e", "+2 min", line("extend 2"));
    if (view.state === "PAUSED") {
      add("resume", "p", "Resume", line("resume"));
    } else {
      add("pause", "p", "Pause", line("pause"));
    }
    add("prompt", "m", "Prompt", () =>
      ask(
        { title: "Prompt", label: "Privately, to whoever leads now", submit: "Send prompt" },
        (text) => act({ kind: "type", line: `prompt "${text.replaceAll('"', "”")}"` }),
      ),
    );
  }
  if (view.state !== "ENDED") {
    add("page", "g", "Page", () =>
      ask(
        { title: "Post a page", label: "Page number, or leave “next”", text: "next", submit: "Post", numeric: true },
        (text) => act({ kind: "type", line: `page ${text}` }),
      ),
    );
    if (view.links.length) {
      add("link", "l", "Link", () =>
        choose("Post a link to the class", view.links, (link) =>
          act({ kind: "press", line: `link ${link.key}` }),
        ),
      );
    }
  }
  add("note", "o", "Note", () =>
    ask({ title: "Note", label: "For the team; begin with “designer:”, “facilitator:” or “client:” for them", submit: "Keep note" }, (text) =>
      act({ kind: "type", line: `note ${text}` }),
    ),
  );
  add("status", "s", "Status", (node) => act({ kind: "press", line: "status" }, node));
  if (view.state === "ENDED") {
    list.push({ word: "report", key: "r", label: "Report", run: () => location.assign(`${location.pathname}/report`), className: "main" });
  }
  return list;
}

function drawActs() {
  actsShown = actsKey();
  const key = byId("acts").contains(document.activeElement)
    ? document.activeElement.getAttribute("aria-keyshortcuts")
    : null;
  byId("acts").replaceChildren(
    ...doings().map((doing) =>
      el(
        "button",
        {
          type: "button",
          className: doing.className,
          "aria-keyshortcuts": doing.key,
          onclick: (event) => doing.run(event.currentTarget),
        },
        doing.label,
        doing.className?.includes("large") ? icon("next") : null,
      ),
    ),
  );
  if (key) {
    byId("acts").querySelector(`[aria-keyshortcuts="${key}"]`)?.focus({ preventScroll: true });
  }
}

// Marked rather than disabled, for a disabled button loses the focus of whoever pressed it.
async function act(what, node) {
  if (node?.getAttribute("aria-disabled")) {
    return;
  }
  node?.setAttribute("aria-disabled", "true");
  const [line, other] = ofAnother(what.line);
  const answer = await wire.act({ ...what, line }, other);
  node?.removeAttribute("aria-disabled");
  if (answer.problem) {
    tell(el("p", { className: "problem" }, answer.problem));
  } else if (answer.form) {
    const form = answer.form;
    ask({ title: form.title, label: form.label, text: form.answer, submit: form.submit }, (text) =>
      act({ kind: "form", line: form.line, answer: text }),
    );
  } else if (answer.blocks) {
    tell(blocks(answer.blocks, (made, pressed) => act({ kind: "press", line: made.line }, pressed)));
  } else {
    tell(el("p", {}, "Done."));
  }
}

// A button may be about another class, which it then names; the server adds the class to the rest.
function ofAnother(line) {
  const named = /^@(\S+)\s+(.*)$/s.exec(line);
  return named ? [named[2], named[1] === session ? null : named[1]] : [line, null];
}

function tell(content) {
  const item = el(
    "div",
    { className: "answer-card" },
    content,
    el("button", { type: "button", className: "quiet", onclick: () => item.remove() }, "Close"),
  );
  byId("answers").prepend(item);
  [...byId("answers").children].slice(MOST_ANSWERS).forEach((old) => old.remove());
  settle(item);
}

// An answer goes by itself, unless somebody is at it; a card stays.
function settle(item) {
  if (item.querySelector(".card")) {
    return;
  }
  setTimeout(() => {
    if (item.matches(":hover") || item.contains(document.activeElement)) {
      settle(item);
    } else {
      item.remove();
    }
  }, ANSWER_STAYS);
}

function behindWords() {
  const behind = Math.round(view.behind / 60);
  if (view.state === "ENDED") {
    return { text: "The class is over", level: "" };
  }
  if (view.state === "OPEN") {
    return { text: "Open, not started", level: "" };
  }
  if (view.state === "PAUSED") {
    return { text: `Paused since ${clock(view.pausedAt, view.zone)}`, level: "amber" };
  }
  if (behind === 0) {
    return { text: "On time", level: "" };
  }
  const since = Math.round(view.behindSince / 60);
  const more = since === behind ? "" : `, ${sinceWords(since)} since we began`;
  return behind > 0
    ? { text: `${behind} min behind${more}`, level: behind >= 8 ? "red" : "amber" }
    : { text: `${-behind} min ahead${more}`, level: "" };
}

function sinceWords(since) {
  return since === 0 ? "on time" : `${Math.abs(since)} min ${since < 0 ? "ahead" : "behind"}`;
}

function seconds(time) {
  const zone = view.zone;
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: zone }).format(new Date(time));
}

function tick() {
  if (!view) {
    return;
  }
  if (display) {
    tickDisplay();
    return;
  }
  byId("time").textContent = seconds(now());
  const state = behindWords();
  const red = view.worries.find((worry) => worry.level === "RED");
  byId("state").className = `state ${state.level}`;
  setWords(byId("state"), state.text, state.level === "red" ? "over" : state.level ? "late" : "clock");
  byId("ends").textContent =
    view.state === "ENDED"
      ? `ended ${clock(view.endedAt, view.zone)}`
      : view.state === "OPEN" && !view.plannedStart
        ? "starts when you say so"
        : view.state === "OPEN"
          ? `starts ${clock(view.plannedStart, view.zone)}`
          : `ends ${clock(view.end, view.zone)}`;
  const current = view.slots.find((slot) => slot.key === view.current);
  const left = RunSheet.left(view);
  const words = current
    ? `${current.title}: ${countdown(left)} ${left < 0 ? "over" : "left"}`
    : "";
  const others = view.worries.map((worry) => worry.words).filter((each) => !/behind$/.test(each));
  byId("now").className = red || left < 0 ? "now red" : "now";
  const text = [words, ...others].filter(Boolean).join(" · ");
  if (byId("now").textContent !== text) {
    byId("now").textContent = text;
  }
  byId("now").hidden = !text;
  sheet.tick();
}

function setWords(node, text, name) {
  if (node.dataset.text !== text) {
    node.dataset.text = text;
    node.replaceChildren(icon(name), text);
  }
}

// Read from two metres: ?view=timer and ?view=cue.
function drawDisplay() {
  const next = view.slots.find((slot) => slot.key === view.next);
  const current = view.slots.find((slot) => slot.key === view.current);
  const top = el("p", { className: "big-time", id: "big-time", role: "timer" });
  if (display === "cue") {
    byId("display").replaceChildren(
      el("p", { className: "label" }, "Next"),
      el("h1", { dir: "auto" }, next?.title ?? (current ? "The end" : view.title)),
      el("p", { className: "big-cue", dir: "auto" }, next?.cue ?? ""),
      el("p", { className: "big-who", dir: "auto" }, [next?.lead, next ? clock(next.starts, view.zone) : ""].filter(Boolean).join(" · ")),
      top,
    );
  } else {
    byId("display").replaceChildren(
      el("h1", { dir: "auto" }, current?.title ?? view.title),
      top,
      el("div", { className: "bar", "aria-hidden": "true" }, el("span", { id: "big-bar" })),
      el("p", { className: "big-who", id: "big-state" }),
      el("p", { className: "big-who", dir: "auto" }, next ? `Next: ${next.title}` : ""),
    );
  }
  tickDisplay();
}

function tickDisplay() {
  const left = RunSheet.left(view);
  const time = byId("big-time");
  if (!time) {
    return;
  }
  const current = view.slots.find((slot) => slot.key === view.current);
  time.textContent = left === null ? seconds(now()) : `${left < 0 ? "+" : ""}${countdown(left)}`;
  time.classList.toggle("over", left !== null && left < 0);
  if (display === "cue") {
    return;
  }
  const done = current && left !== null ? 1 - left / (current.allotted * 1000) : 0;
  byId("big-bar").style.width = `${Math.min(1, Math.max(0, done)) * 100}%`;
  byId("big-bar").parentNode.classList.toggle("over", left !== null && left < 0);
  byId("big-state").textContent = `${behindWords().text} · ${view.state === "OPEN" ? "" : `ends ${clock(view.end, view.zone)}`}`;
}

const keysOn = () => remembered("callboard.keys") !== "off";

function showKeys() {
  const box = el("input", { type: "checkbox", id: "keys-on" });
  box.checked = keysOn();
  box.addEventListener("change", () => remember("callboard.keys", box.checked ? "on" : "off"));
  show(
    "Keys",
    el(
      "dl",
      { className: "keys" },
      ...doings().map((doing) => el("div", {}, el("dt", {}, el("kbd", {}, doing.key.toUpperCase())), el("dd", {}, doing.label))),
      el("div", {}, el("dt", {}, el("kbd", {}, "/")), el("dd", {}, "Type a command")),
    ),
    el("label", { className: "check" }, box, "Single keys act"),
    el("p", { className: "muted" }, "For a second screen: add ?view=timer or ?view=cue to the address."),
    el("div", { className: "actions" }, el("button", { type: "button", className: "main", onclick: () => byId("dialog").close() }, "Close")),
  );
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, dialog");
  if (!view || typing || event.ctrlKey || event.metaKey || event.altKey || display || byId("dialog").open) {
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    byId("say").focus();
    return;
  }
  if (event.key === "?") {
    showKeys();
    return;
  }
  const doing = keysOn() && !event.repeat && doings().find((each) => each.key === event.key.toLowerCase());
  if (doing) {
    event.preventDefault();
    doing.run(null);
  }
});

byId("say-line").addEventListener("submit", (event) => {
  event.preventDefault();
  const line = byId("say").value.trim();
  if (line) {
    byId("say").value = "";
    act({ kind: "type", line });
  }
});
byId("keys").addEventListener("click", showKeys);
byId("leave").addEventListener("click", signOut);
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  remember("callboard.theme", root.dataset.theme);
});

setInterval(tick, 250);
wire.begin();
