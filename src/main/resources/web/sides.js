// The cards beside the run sheet: what to launch next, what does not work, who is here, prompts, what
// was said, notes, and what did not arrive.

import { el, icon, moment } from "./draw.js";
import { clock } from "./time.js";

const card = (title, count, ...children) =>
  el(
    "section",
    { className: "side" },
    el("h2", { className: "label" }, title, count ? el("span", { className: "count-of" }, count) : null),
    ...children,
  );

const list = (items, className) => el("ul", { className: className ?? "plain" }, ...items);

export class Sides {
  #root = document.getElementById("sides");
  #may = new Set();
  #act;

  constructor(act) {
    this.#act = act;
  }

  you(you) {
    this.#may = new Set(you.may);
  }

  show(view) {
    this.#root.replaceChildren(
      ...[
        this.#lost(view),
        this.#next(view),
        this.#issues(view),
        this.#people(view),
        this.#prompts(view),
        this.#posts(view),
        this.#notes(view),
      ].filter(Boolean),
    );
  }

  #button(label, line, word, className) {
    if (!this.#may.has(word ?? line.split(" ")[0])) {
      return null;
    }
    return el(
      "button",
      { type: "button", className, onclick: (event) => this.#act(line, event.currentTarget) },
      label,
    );
  }

  #next(view) {
    const next = view.slots.find((slot) => slot.key === view.next);
    if (!next) {
      return view.state === "RUNNING"
        ? card("Next", "", el("p", { className: "cue-title" }, "The end"))
        : null;
    }
    const pages = next.pages.map((page) =>
      this.#button(`Page ${page}`, `page ${page}`, "page"),
    );
    return card(
      "Next",
      clock(next.starts, view.zone),
      el("p", { className: "cue-title", dir: "auto" }, next.title),
      el("p", { className: "muted", dir: "auto" }, next.lead ?? ""),
      next.cue ? el("p", { className: "cue", dir: "auto" }, icon("next"), next.cue) : null,
      pages.length ? el("div", { className: "actions" }, ...pages) : null,
    );
  }

  // The open ones first, each with the button that closes it; what is over is told in a line.
  #issues(view) {
    if (!view.issues.length) {
      return null;
    }
    const open = view.issues.filter((one) => one.open);
    const over = view.issues.filter((one) => !one.open);
    const line = (one, words, ...more) =>
      el(
        "li",
        { className: one.open ? null : "settled" },
        moment(one.since, view.zone),
        el(
          "span",
          { dir: "auto" },
          one.who ? el("b", { dir: "auto" }, one.who) : null,
          one.who ? `: ${one.what}` : one.what,
        ),
        words ? el("small", { dir: "auto" }, words) : null,
        ...more,
      );
    const said = (one) => (one.said ? `: ${one.said}` : "");
    return card(
      "Issues",
      open.length ? `${open.length} open` : "",
      open.length
        ? list(
            open.map((one) =>
              line(
                one,
                one.state === "open" ? "" : `${one.state}${said(one)}`,
                this.#button("Fixed", `fix ${one.number}`, "fix", "small-button"),
              ),
            ),
            "lines",
          )
        : null,
      open.length && over.length ? el("h3", {}, "Over") : null,
      list(
        over.map((one) =>
          line(one, `${one.state}${one.state === "fixed" ? ` after ${minutes(one.lasted)}` : ""}${said(one)}`),
        ),
        "lines",
      ),
    );
  }

  #people(view) {
    const people = view.people;
    const group = (label, names, more, press) =>
      names.length || more
        ? el(
            "div",
            { className: "group" },
            el("h3", {}, `${label} `, el("span", { className: "count-of" }, String(names.length + (more ?? 0)))),
            list(
              names.map((name) =>
                el(
                  "li",
                  { dir: "auto" },
                  el("span", { dir: "auto" }, name.name),
                  name.mark ? el("small", {}, name.mark) : null,
                  press ? press(name) : null,
                ),
              ),
              "names",
            ),
            more && names.length ? el("p", { className: "muted" }, `and ${more} more`) : null,
          )
        : null;
    if (!people.told) {
      return card(
        "People",
        `${people.expected} expected`,
        el("p", { className: "muted" }, untold(view)),
        group("By hand", people.marked, people.markedMore),
      );
    }
    const over = view.state === "ENDED";
    const beside = people.beside ? ` and ${people.beside} beside` : "";
    return card(
      "People",
      `${over ? people.seen : people.present} of ${people.expected}${beside}`,
      group("Missing", people.missing, people.missingMore),
      group(over ? "Were here" : "Away", people.away, people.awayMore),
      group("New", people.unknown.map((one) => ({ name: `#${one.number} ${one.name}`, mark: one.phone ? "phone" : "", number: one.number })), 0, (one) =>
        this.#button("Who?", `match #${one.number}`, "match", "small-button"),
      ),
      group("Here", people.here, people.hereMore),
      group("By hand", people.marked, people.markedMore),
      people.team.length
        ? el("p", { className: "muted", dir: "auto" }, `Team here: ${people.team.join(", ")}`)
        : null,
    );
  }

  #prompts(view) {
    const { coming, said } = view.prompts;
    if (!coming.length && !said.length) {
      return null;
    }
    return card(
      "Prompts",
      "",
      coming.length
        ? list(
            coming.map((one) =>
              el(
                "li",
                {},
                moment(one.at, view.zone),
                el("span", { dir: "auto" }, one.what),
                el("small", { dir: "auto" }, one.to),
              ),
            ),
            "lines",
          )
        : null,
      said.length ? el("h3", {}, "Sent") : null,
      list(
        said.map((one) =>
          el(
            "li",
            {},
            moment(one.at, view.zone),
            el("span", { dir: "auto" }, one.what),
            el("small", { dir: "auto" }, `${one.to} · ${seen(one)}`),
          ),
        ),
        "lines",
      ),
    );
  }

  #posts(view) {
    if (!view.posts.length) {
      return null;
    }
    return card(
      "Said to the class",
      String(view.posts.filter((post) => !post.takenBack).length),
      list(
        view.posts.map((post) =>
          el(
            "li",
            { className: post.takenBack ? "gone" : null },
            moment(post.at, view.zone),
            el("span", { dir: "auto" }, post.what),
            el("small", { dir: "auto" }, post.takenBack ? "taken back" : post.by),
            !post.changeable
              ? null
              : this.#button("Undo", `undo ${post.number}`, "undo", "small-button"),
          ),
        ),
        "lines",
      ),
    );
  }

  #notes(view) {
    if (!view.notes.length) {
      return null;
    }
    return card(
      "Notes",
      String(view.notes.length),
      list(
        view.notes.map((note) =>
          el(
            "li",
            {},
            moment(note.at, view.zone),
            el("span", { dir: "auto" }, note.text),
            el("small", { dir: "auto" }, [`for ${note.for}`, note.segment, note.by].filter(Boolean).join(" · ")),
          ),
        ),
        "lines",
      ),
    );
  }

  #lost(view) {
    if (!view.lost.length) {
      return null;
    }
    return card(
      "Did not arrive",
      String(view.lost.length),
      list(
        view.lost.map((one) =>
          el(
            "li",
            {},
            moment(one.at, view.zone),
            el("span", { dir: "auto" }, one.what),
            el("small", { dir: "auto" }, one.why),
          ),
        ),
        "lines",
      ),
    );
  }
}

function minutes(seconds) {
  return seconds < 30 ? "less than a minute" : `${Math.round(seconds / 60)} min`;
}

// After class nobody waits for a word of it any more.
function untold(view) {
  return view.state === "ENDED"
    ? "No meeting told who was here. What was seen otherwise can be written down with “mark”."
    : "No meeting has told who is here yet.";
}

function seen(prompt) {
  if (prompt.seen) {
    return "seen";
  }
  return prompt.relayed ? "went another way" : "not seen yet";
}
