// The lobby: joins places, conversation, field, panel and server.

import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { el } from "./draw.js";
import { Meeting } from "./meeting.js";
import { exchanges, seen } from "./memory.js";
import { Panel } from "./panel.js";
import { kindOf, Places } from "./places.js";
import { city, clock, now, ownClock, setServerClock } from "./time.js";
import { followWay } from "./ways.js";
import { Wire } from "./wire.js";
import { isCommand } from "./words.js";

const lobby = document.getElementById("lobby");
const banner = document.getElementById("banner");

let session = null;
let place = null;
let latest = 0;

const wire = new Wire({
  entry: heard,
  now: (current) => {
    setServerClock(current.clock);
    stands(current);
    tick();
  },
  lost: (lost) => say(lost ? "The connection is lost. Trying again …" : ""),
  gone: () => enter(session?.plan, session?.you?.key, place?.id),
});
const conversation = new Conversation({ press, submit, cancel });
const composer = new Composer(typed);
const panel = new Panel();
const meeting = new Meeting((kind, line) =>
  wire.send({ place: `${session.plan}/meeting`, kind, line }),
);
const places = new Places({
  place: (id) => open(id),
  seat: (plan, person) => enter(plan, person, null),
});

function say(sentence) {
  banner.textContent = sentence;
  banner.hidden = !sentence;
}

const seat = () => `${session.plan}/${session.you.key}`;

// Takes a person's seat; backstage first for those who have one.
async function enter(plan, person, wanted) {
  try {
    session = await wire.session(plan, person);
  } catch {
    say("The server could not be reached. Trying again …");
    setTimeout(() => enter(plan, person, wanted), 3000);
    return;
  }
  setServerClock(session.clock);
  if (session.you) {
    session.places.forEach((each) => (each.seat = seat()));
  } else {
    say("There is no plan to show. Put one into config/plans and load this page again.");
    return;
  }
  say("");
  lobby.hidden = false;
  tick();
  meeting.enter();
  stands(session.now);
  const kind = session.places.some((each) => each.kind === "BACKSTAGE") ? "BACKSTAGE" : "CLASS_ROOM";
  const first =
    session.places.find((each) => each.id === wanted) ??
    session.places.find((each) => each.kind === kind);
  places.show(session, first.id);
  open(first.id);
}

// How the class stands at this moment, for this person.
function stands(current) {
  panel.show(current, session.zone);
  meeting.show(current, session.you);
}

function open(id) {
  place = session.places.find((each) => each.id === id);
  const kind = kindOf(place);
  const query = new URLSearchParams({ plan: session.plan, as: session.you.key, in: place.id.split("/").pop() });
  history.replaceState(null, "", `?${query}`);
  document.getElementById("place-icon").setAttribute("href", `#i-${kind.icon}`);
  document.getElementById("place-name").textContent = kind.name;
  document.getElementById("place-who").textContent = session.you.team
    ? kind.who
    : `${kind.who} You see what a learner sees.`;
  conversation.show(
    {
      seat: seat(),
      place: id,
      zone: session.zone,
      me: `@${session.you.key}`,
      people: people(),
      readUpTo: seen.upTo(seat(), id),
      empty: emptiness(place),
    },
    place.entries,
  );
  composer.at(wayToWrite());
  showTab("chat");
  read();
}

const people = () =>
  new Map(
    session.plans
      .find((plan) => plan.key === session.plan)
      .people.map((person) => [`@${person.key}`, person]),
  );

function wayToWrite() {
  const classRoom = place.kind === "CLASS_ROOM";
  const key = (text) => el("kbd", {}, text);
  return {
    seat: seat(),
    words: session.words,
    slash: classRoom,
    placeholder: classRoom
      ? `Write to the class${session.you.team ? ", or / for a command" : ""}`
      : "Type a command, such as open or help",
    hint: session.words.length
      ? [key("/"), " shows the words  ", key("Tab"), " completes  ", key("↑"), " brings back what you typed"]
      : ["Everything you type here is read by ", classRoom ? "the class." : "Callboard alone."],
  };
}

function emptiness(where) {
  if (where.kind === "BACKSTAGE") {
    return welcomeCard();
  }
  const text =
    where.kind === "DIRECT"
      ? "Nothing yet. What Callboard has for you alone comes here."
      : "Nothing was said to the class yet.";
  return el("li", { className: "empty" }, text);
}

function welcomeCard() {
  const title = session.plans.find((plan) => plan.key === session.plan).title;
  const line = `open ${session.plan}`;
  const start = () => exchange({ line, kind: "command" });
  return el(
    "li",
    { className: "welcome" },
    el("h2", {}, "A class, from here"),
    el(
      "p",
      {},
      "This is Callboard's own chat. You sit backstage with the team of ",
      el("strong", {}, title),
      "; learners read the class room. On the left you can be anybody in the class and see what they see.",
    ),
    el("p", {}, "Type ", el("code", {}, "open"), " to begin, then ", el("code", {}, "start"), ", ",
      el("code", {}, "welcome"), ", ", el("code", {}, "page 12"), ", ", el("code", {}, "next"), ". ",
      el("code", {}, "/"), " shows every word."),
    el("p", {}, "An open class has a meeting: join it on the left, or let learners be played under ",
      el("strong", {}, "Now"), "."),
    el(
      "div",
      { className: "actions" },
      el("button", { type: "button", className: "main", onclick: start }, "Open this class"),
      el("button", { type: "button", onclick: () => exchange({ line: "help", kind: "command" }) }, "What can I type?"),
    ),
  );
}

function read() {
  if (!document.hidden && document.body.dataset.tab === "chat") {
    const newest = place.entries.at(-1)?.number ?? 0;
    seen.mark(seat(), place.id, newest);
    places.read(session, place.id);
  }
}

// Something new in one of this person's places.
function heard(entry) {
  const where = session.places.find((each) => each.id === entry.place);
  if (!where) {
    return;
  }
  remember(where, entry);
  if (where.id === place.id) {
    conversation.entry(entry);
  }
  const mine = entry.author === `@${session.you.key}`;
  const visible = where.id === place.id && !document.hidden && document.body.dataset.tab === "chat";
  if (entry.change === "post" && !visible && !mine) {
    places.arrived(session, where.id, place.id);
  } else if (visible) {
    read();
  }
}

function remember(where, entry) {
  const index = where.entries.findIndex((old) => old.post === entry.post);
  if (entry.change !== "remove" && index < 0) {
    where.entries.push(entry);
  } else if (entry.change === "edit" && index >= 0) {
    where.entries[index] = { ...where.entries[index], blocks: entry.blocks, edited: true };
  } else if (entry.change === "remove" && index >= 0) {
    where.entries.splice(index, 1);
  }
}

function typed(line) {
  if (place.kind === "CLASS_ROOM" && !isCommand(line)) {
    chat(line);
  } else {
    exchange({ line, kind: "command" });
  }
}

async function chat(line) {
  const answer = await wire.send({ place: place.id, kind: "say", line });
  say(answer.problem ?? "");
}

// Does a line and shows the answer below it, for this reader alone.
async function exchange({ line, kind, pressed }) {
  const made = { ...begun(line, pressed), waits: true };
  const where = place;
  conversation.exchange(made);
  take(made, await wire.send({ place: where.id, kind, line }), where);
}

// Puts an answer where its question stands, if the reader still looks there.
function take(made, answer, where) {
  made.waits = false;
  made.problem = answer.problem ?? null;
  made.form = answer.form ?? null;
  if (answer.blocks) {
    made.answer = answer.blocks;
  }
  if (where.seat === place.seat && where.id === place.id) {
    conversation.exchange(made);
  } else {
    const others = exchanges.of(where.seat, where.id).filter((each) => each.id !== made.id);
    exchanges.keep(where.seat, where.id, [...others, { ...made, form: null }]);
  }
}

async function press(button, origin, post) {
  const where = place;
  const on = post ? { post: String(post) } : {};
  const answer = await wire.send({ place: where.id, kind: "press", line: button.line, ...on });
  if (answer.reply === "quiet") {
    return;
  }
  if (origin && answer.reply !== "tell") {
    take(origin, answer, where);
    return;
  }
  take(begun(button.line, button.label), answer, where);
  followWay(answer.blocks);
}

async function submit(made, form, text) {
  if (!text) {
    cancel(made);
    return;
  }
  const where = place;
  const answer = await wire.send({ place: where.id, kind: "form", line: form.line, answer: text });
  if (answer.problem || answer.reply === "replace") {
    take(made, { form: answer.problem ? { ...form, answer: text } : null, ...answer }, where);
    return;
  }
  cancel(made);
  if (answer.reply !== "quiet") {
    take(begun(form.line, form.submit), answer, where);
  }
}

// Later than all before it, though the server may just have put the clock right.
function begun(line, pressed) {
  latest = Math.max(now(), latest + 1);
  return { id: `${latest}-${Math.random().toString(36).slice(2)}`, at: latest, line, pressed };
}

function cancel(made) {
  made.form = null;
  conversation.exchange(made);
}

function tick() {
  if (session?.zone) {
    const at = now();
    const ours = ownClock(at, session.zone);
    document.getElementById("clock").textContent =
      `${clock(at, session.zone)} in ${city(session.zone)}${ours ? ` · ${ours} yours` : ""}`;
  }
}

function showTab(tab) {
  document.body.dataset.tab = tab;
  document.querySelectorAll(".tabs button").forEach((button) => {
    if (button.dataset.tab === tab) {
      button.setAttribute("aria-current", "true");
    } else {
      button.removeAttribute("aria-current");
    }
  });
  if (tab === "chat" && place) {
    read();
  }
}

document.querySelectorAll(".tabs button").forEach((button) => {
  button.addEventListener("click", () => showTab(button.dataset.tab));
});
document.addEventListener("visibilitychange", () => session?.you && read());

setInterval(tick, 1000);

const asked = new URLSearchParams(location.search);
const inside = asked.get("in") && asked.get("plan") ? `${asked.get("plan")}/${asked.get("in")}` : null;
enter(asked.get("plan"), asked.get("as"), inside);
