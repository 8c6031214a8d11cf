// The desk of one class.

import { closeAnswers, tell } from "./answers.js";
import { ask, choose, confirm, show } from "./ask.js";
import { DeskWire } from "./deskwire.js";
import { drawDisplay, tickDisplay } from "./display.js";
import { blocks, el, icon } from "./draw.js";
import { remember, remembered } from "./keep.js";
import { lookSwitch } from "./look.js";
import { notice, stopped } from "./notice.js";
import { RunSheet } from "./runsheet.js";
import { Sides } from "./sides.js";
import { comesByLink, goesOn, hideDoor, showDoor, signOut } from "./signin.js";
import { endWords, stateWords } from "./state.js";
import { city, clock, countdown, now, seconds, setServerClock } from "./time.js";

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
    byId("who").textContent = you.name;
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
    drawDisplay(display, view);
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

// Two presses in a row are one that was meant once: nothing is done again while the first is being
// answered, nor within a second of it, and the button shows that. Whoever wants four minutes presses
// again after that; whoever did not takes two back by the Undo in the answer.
const ONCE = 1000;
const held = new Set();

async function once(doing) {
  if (held.has(doing.key)) {
    return;
  }
  const answered = doing.run();
  if (!answered) {
    return; // a dialog has opened, and asks by itself
  }
  hold(doing.key, true);
  await Promise.allSettled([answered, new Promise((resolve) => setTimeout(resolve, ONCE))]);
  hold(doing.key, false);
}

// Marked rather than disabled, for a disabled button loses the focus of whoever pressed it.
function hold(key, on) {
  on ? held.add(key) : held.delete(key);
  const button = byId("acts").querySelector(`[aria-keyshortcuts="${key}"]`);
  on ? button?.setAttribute("aria-disabled", "true") : button?.removeAttribute("aria-disabled");
}

// The buttons, each with the key that does the same.
function doings() {
  const running = view.state === "RUNNING" || view.state === "PAUSED";
  const list = [];
  const add = (word, key, label, run, className) => {
    if (may.has(word)) {
      list.push({ word, key, label, run, className });
    }
  };
  const line = (text) => () => act({ kind: "press", line: text });
  if (view.state === "OPEN") {
    add("start", "n", "Start", line("start"), "main large");
    add("welcome", "w", "Welcome", line("welcome"));
  }
  if (running) {
    if (view.next) {
      add("next", "n", "Next", () => act({ kind: "press", line: `next from ${view.current}` }), "main large");
    } else {
      // Nothing takes it back, and the button that went on was here, under the same key.
      add("end", "x", "End class", end, "main large");
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
  add("issue", "i", "Issue", () =>
    ask({ title: "Issue", label: "Who, what is wrong, and on which device; for the team alone", submit: "Keep issue" }, (text) =>
      act({ kind: "type", line: `issue ${text}` }),
    ),
  );
  add("status", "s", "Status", line("status"));
  if (view.state === "ENDED") {
    list.unshift({ word: "report", key: "r", label: "Report", run: () => location.assign(`${location.pathname}/report`), className: "main" });
  }
  return list;
}

function end() {
  confirm(
    {
      title: "End the class?",
      text: "It closes for everybody, and nothing takes that back.",
      yes: "End the class",
      no: "Go on with it",
    },
    () => act({ kind: "press", line: "end" }),
  );
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
          "aria-disabled": held.has(doing.key) ? "true" : null,
          onclick: () => once(doing),
        },
        doing.label,
        doing.className?.includes("large") ? icon("next") : null,
      ),
    ),
  );
  if (key) {
    const same = byId("acts").querySelector(`[aria-keyshortcuts="${key}"]`);
    (same ?? byId("acts").querySelector("button"))?.focus({ preventScroll: true });
  }
}

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

function tick() {
  if (!view) {
    return;
  }
  if (display) {
    tickDisplay(display, view);
    return;
  }
  byId("time").textContent = seconds(now(), view.zone);
  const state = stateWords(view);
  byId("state").className = `state ${state.level}`;
  setWords(byId("state"), state.text, state.level === "red" ? "over" : state.level ? "late" : "clock");
  byId("ends").textContent = endWords(view);
  nowLine();
  sheet.tick();
}

// What runs now and what there is to worry about, each in its own colour; how far behind is above.
function nowLine() {
  const current = view.slots.find((slot) => slot.key === view.current);
  const left = RunSheet.left(view);
  const worries = view.worries.filter((worry) => !/behind$/.test(worry.words));
  const red = left < 0 || worries.some((worry) => worry.level === "RED");
  byId("now").className = red ? "now red" : "now";
  const levels = worries.map((worry) => `${worry.level} ${worry.words}`).join("|");
  const key = `${view.current ?? ""}|${levels}`;
  if (byId("now").dataset.key !== key) {
    byId("now").dataset.key = key;
    byId("now").replaceChildren(
      ...(current ? [el("span", { className: "part running", dir: "auto" })] : []),
      ...worries.map((worry) => worryPart(worry)),
    );
  }
  if (current) {
    const running = byId("now").querySelector(".running");
    running.classList.toggle("over", left < 0);
    const text = `${current.title}: ${countdown(left)} ${left < 0 ? "over" : "left"}`;
    if (running.textContent !== text) {
      running.textContent = text;
    }
  }
  byId("now").hidden = !current && !worries.length;
}

function worryPart(worry) {
  const red = worry.level === "RED";
  const words = worry.words.charAt(0).toUpperCase() + worry.words.slice(1);
  return el("span", { className: `part ${red ? "over" : "amber"}` }, icon(red ? "over" : "late"), words);
}

function setWords(node, text, name) {
  if (node.dataset.text !== text) {
    node.dataset.text = text;
    node.replaceChildren(icon(name), text);
  }
}

const own = (name, words) =>
  el("a", { href: `${location.pathname}?view=${name}`, target: "_blank", rel: "noopener" }, words);

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
    el("p", { className: "muted" }, "For a second screen: ", own("timer", "Timer"), " · ", own("cue", "Next cue")),
    el("div", { className: "actions" }, el("button", { type: "button", className: "main", onclick: () => byId("dialog").close() }, "Close")),
  );
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !byId("dialog").open) {
    closeAnswers();
    return;
  }
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
    once(doing);
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
lookSwitch(byId("theme"));

// How many hours fit on the axis depends on how wide it is.
window.addEventListener("resize", () => view && !display && sheet.show(view));
setInterval(tick, 250);
const greeting = await comesByLink();
wire.begin();
if (greeting) {
  tell(el("p", {}, greeting));
}
