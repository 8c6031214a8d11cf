// The board: a row a class, what is worst first.

import { el, icon } from "./draw.js";
import { lookSwitch } from "./look.js";
import { notice, stopped } from "./notice.js";
import { comesByLink, hideDoor, showDoor, signOut } from "./signin.js";
import { clock, day, now, ownClock, setServerClock } from "./time.js";

const PAGE = 100;

const byId = (id) => document.getElementById(id);
const rows = new Map();
let myDay = {}; // warnings by the ids of the reader's own classes
let sort = { by: "state", down: false };
let shown = PAGE;
let stream = null;
let timer = null;
let heard = 0;
let pending = 0;

// The server tells something at least every 15 seconds; a line that is silent for longer is dead.
const SILENCE = 40_000;

const CALM = { ENDED: 3, PLANNED: 4 };

// What a row does not say.
const UNSAID = { client: "", clientTitle: "", starts: null, ends: null, behind: 0, told: false, expected: 0, rooms: {}, worries: [] };

const runs = (row) => row.state === "RUNNING" || row.state === "PAUSED";

// What is worst first; at the end what is over, and what nobody has to open yet.
const level = (row) => {
  const worries = worriesOf(row);
  return worries.some((worry) => worry.level === "RED") ? 0 : worries.length ? 1 : (CALM[row.state] ?? 2);
};

// Those of the class, and of the reader's own day.
const worriesOf = (row) => [...row.worries, ...(myDay[row.id] ?? []).map((words) => ({ level: "AMBER", words }))];

// Cells without anything, told by null, come last, whichever way it is sorted.
const columns = {
  state: { title: "State", of: (row) => [level(row), row.starts ?? ""] },
  title: { title: "Class", of: (row) => [row.title.toLowerCase()] },
  starts: { title: "Starts", of: (row) => [row.starts] },
  now: { title: "Now and next", of: (row) => [row.segment ?? null] },
  behind: { title: "Clock", of: (row) => [runs(row) ? -row.behind : null] },
  people: { title: "People", of: (row) => [row.told && row.expected ? row.present / row.expected : null] },
  where: { title: "Where", of: (row) => [Object.keys(row.rooms).join()] },
};

function compare(one, other) {
  const a = columns[sort.by].of(one);
  const b = columns[sort.by].of(other);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) {
      continue;
    }
    if (a[i] === null || b[i] === null) {
      return a[i] === null ? 1 : -1;
    }
    return (a[i] < b[i] ? -1 : 1) * (sort.down ? -1 : 1);
  }
  return one.id < other.id ? -1 : 1;
}

function heads() {
  byId("heads").replaceChildren(
    ...Object.entries(columns).map(([name, column]) => {
      const sorted = sort.by === name ? (sort.down ? "descending" : "ascending") : null;
      return el(
        "th",
        { scope: "col", "aria-sort": sorted },
        el(
          "button",
          {
            type: "button",
            className: "quiet",
            "data-column": name,
            onclick: () => {
              sort = { by: name, down: sort.by === name && !sort.down };
              heads();
              draw();
              byId("heads").querySelector(`[data-column="${name}"]`).focus();
            },
          },
          column.title,
          sorted ? el("span", { "aria-hidden": "true" }, sort.down ? "▾" : "▴") : null,
        ),
      );
    }),
  );
}

const STATES = { OPEN: "open", RUNNING: "running", PAUSED: "paused", ENDED: "over", PLANNED: "not opened yet" };

function stateCell(row) {
  const worries = worriesOf(row);
  const parts = worries.length
    ? worries.map((worry) => [worry.level === "RED" ? "red" : "amber", worry.words])
    : [["", STATES[row.state]]];
  const icons = { red: "over", amber: "late", "": "clock" };
  return el(
    "td",
    { className: "standing" },
    ...parts.map(([colour, words]) => el("span", { className: `state ${colour}` }, icon(icons[colour]), words)),
  );
}

function behind(row) {
  if (!runs(row)) {
    return "";
  }
  return row.behind === 0 ? "on time" : row.behind > 0 ? `${row.behind} min behind` : `${-row.behind} min ahead`;
}

// In the class zone, and in the reader's own where the clocks differ.
function when(row) {
  if (!row.starts) {
    return el("td", {}, "when you say so");
  }
  const ours = ownClock(row.starts, row.zone);
  const other = day(row.starts, row.zone) === day(now(), row.zone) ? null : day(row.starts, row.zone);
  const words = [other, row.often ? "if it is given today" : null, ours ? `${ours} yours` : null].filter(Boolean);
  return el(
    "td",
    {},
    `${clock(row.starts, row.zone)} to ${row.ends ? clock(row.ends, row.zone) : ""}`,
    words.length ? el("small", {}, words.join(" · ")) : null,
  );
}

function nameCell(row) {
  if (row.state === "PLANNED") {
    return el(
      "th",
      { scope: "row" },
      el("strong", { dir: "auto" }, row.title),
      el("small", {}, el("span", { dir: "auto" }, row.who), " opens it in chat"),
    );
  }
  return el(
    "th",
    { scope: "row" },
    el("a", { href: `/desk/${encodeURIComponent(row.id)}`, dir: "auto" }, row.title),
    el("small", {}, row.clientTitle ? el("span", { dir: "auto" }, row.clientTitle) : "", row.clientTitle ? " · " : "", row.id),
  );
}

// What runs now, and what comes or is to be typed next.
function nowCell(row) {
  const report = row.state === "ENDED" ? el("a", { href: `/desk/${encodeURIComponent(row.id)}/report` }, "Report") : null;
  return el("td", { dir: "auto" }, row.segment ?? report, row.next ? el("span", { className: "next" }, ...nextWords(row)) : null);
}

function nextWords(row) {
  const { type, what, at } = row.next;
  const when = at ? ` at ${clock(at, row.zone)}` : what ? " now" : "";
  return ["Next: ", ...(what ? [what] : ["type ", el("code", {}, type)]), when];
}

const PLATFORMS = { slack: "Slack", teams: "Teams", zoom: "Zoom", webex: "Webex", google: "Google", lobby: "Lobby" };
const ROOMS = { MEETING: "Meeting", CLASS: "Class room", BACKSTAGE: "Backstage" };

// Rooms are other people's pages, so they open beside this one.
function roomLink(room, url, platform, title) {
  return el(
    "a",
    {
      href: url,
      target: "_blank",
      rel: "noopener noreferrer",
      "aria-label": `${room} on ${platform}, ${title}`,
    },
    room,
  );
}

function whereCell(row) {
  const lines = Object.entries(row.rooms).map(([platform, rooms]) => {
    const name = PLATFORMS[platform] ?? platform;
    const links = Object.entries(rooms)
      .filter(([, url]) => /^(https?:\/\/|\/)/i.test(url))
      .map(([room, url]) => roomLink(ROOMS[room], url, name, row.title));
    return el("span", { className: "rooms" }, el("span", { className: "muted" }, name), ...links);
  });
  return el("td", {}, ...lines);
}

function rowOf(row) {
  return el(
    "tr",
    { "data-id": row.id, className: row.state === "PLANNED" ? "planned" : null },
    stateCell(row),
    nameCell(row),
    when(row),
    nowCell(row),
    el("td", {}, behind(row)),
    el("td", {}, row.told ? `${row.present} of ${row.expected}` : row.expected ? `${row.expected} expected` : ""),
    whereCell(row),
  );
}

function draw() {
  const wanted = byId("find").value.trim().toLowerCase();
  const all = [...rows.values()];
  const mine = all.filter((row) => row.id in myDay);
  byId("mine-choice").hidden = mine.length === 0 || mine.length === all.length;
  const onlyMine = byId("mine").checked && mine.length > 0;
  const fitting = (onlyMine ? mine : all)
    .filter((row) => !wanted || `${row.title} ${row.id} ${row.client} ${row.clientTitle}`.toLowerCase().includes(wanted))
    .sort(compare);
  const focused = byId("rows").contains(document.activeElement)
    ? document.activeElement.getAttribute("href")
    : null;
  byId("rows").replaceChildren(...fitting.slice(0, shown).map(rowOf));
  if (focused) {
    byId("rows").querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  byId("more").hidden = fitting.length <= shown;
  byId("none").hidden = all.length > 0 || pending > 0;
  const typed = byId("find").value.trim();
  byId("unfound").hidden = all.length === 0 || fitting.length > 0;
  byId("unfound").textContent = `No class fits “${typed}”.`;
  byId("scroller").hidden = fitting.length === 0;
  const red = all.filter((row) => level(row) === 0).length;
  const amber = all.filter((row) => level(row) === 1).length;
  const live = all.filter(runs).length;
  const planned = all.filter((row) => row.state === "PLANNED").length;
  const waiting = planned ? ` · ${planned} not opened yet` : "";
  const reading = pending ? ` · ${pending} more are being read` : "";
  const counts = `${live} running, ${all.length - planned} in all${waiting} · ${red} red, ${amber} amber${reading}`;
  if (byId("counts").textContent !== counts) {
    byId("counts").textContent = counts;
  }
}

let drawing = 0;

// However much comes, drawn once a frame.
function drawSoon() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(draw);
}

function lost(isLost) {
  notice(isLost ? "The connection is lost; trying again." : "");
}

let turn = 0;
let crowded = false; // by other pages of the same person, until this one is touched

// Takes the place back that other pages took.
const goOn = () => crowded && begin();

// Asks who is signed in and listens; whatever was begun before is left.
async function begin() {
  const mine = ++turn;
  clearTimeout(timer);
  crowded = false;
  stream?.close();
  stream = null;
  let answer;
  try {
    answer = await fetch("/desk/-/me", { cache: "no-store" });
  } catch {
    answer = null;
  }
  if (mine !== turn) {
    return;
  }
  if (answer?.ok) {
    const me = await answer.json().catch(() => ({}));
    byId("who").textContent = me.name ?? "";
    hideDoor();
    byId("board").hidden = false;
    listen();
  } else if (answer && answer.status < 500) {
    const body = await answer.json().catch(() => ({}));
    lost(false);
    byId("board").hidden = true;
    showDoor(answer.status, body.problem, begin);
  } else {
    lost(true);
    timer = setTimeout(begin, 2000);
  }
}

function listen() {
  const own = new EventSource("/desk/-/rows/stream");
  stream = own;
  let first = true;
  heard = Date.now();
  own.addEventListener("open", () => {
    heard = Date.now();
    lost(false);
    first = true;
  });
  own.addEventListener("still", () => {
    heard = Date.now();
  });
  own.addEventListener("board", (event) => {
    heard = Date.now();
    const told = JSON.parse(event.data);
    setServerClock(told.clock);
    if (first) {
      rows.clear();
      myDay = {};
      first = false;
    }
    pending = told.pending;
    told.rows.forEach(({ as, ...row }) => rows.set(row.id, { ...UNSAID, ...told.alike[as], ...row }));
    told.gone.forEach((id) => rows.delete(id));
    myDay = told.own ?? myDay;
    drawSoon();
  });
  own.addEventListener("crowded", (event) => {
    own.close();
    stream = null;
    crowded = true;
    stopped(JSON.parse(event.data).problem, goOn);
  });
  own.addEventListener("out", begin);
  own.addEventListener("error", () => {
    if (own !== stream) {
      return;
    }
    lost(true);
    if (own.readyState === EventSource.CLOSED) {
      timer = setTimeout(begin, 2000);
    }
  });
}

byId("find").addEventListener("input", () => {
  shown = PAGE;
  draw();
});
byId("mine").addEventListener("change", () => {
  shown = PAGE;
  sort = { by: byId("mine").checked ? "starts" : "state", down: false };
  heads();
  draw();
});
byId("more").addEventListener("click", () => {
  shown += PAGE;
  draw();
});
byId("leave").addEventListener("click", signOut);
window.addEventListener("online", () => crowded || begin());
for (const sign of ["focus", "pointerdown", "keydown"]) {
  window.addEventListener(sign, goOn);
}
window.addEventListener("offline", () => lost(true));
setInterval(() => {
  if (stream && Date.now() - heard > SILENCE) {
    lost(true);
    begin();
  }
}, 5000);
lookSwitch(byId("theme"));
heads();
await comesByLink();
begin();
