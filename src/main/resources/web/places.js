// The left column: places with what is unread in them, which class, and who one is.

import { el, icon } from "./draw.js";
import { seen, theme } from "./memory.js";

const KINDS = {
  CLASS_ROOM: { icon: "room", name: "Class room", who: "Everybody in the class reads this." },
  BACKSTAGE: { icon: "back", name: "Backstage", who: "The team only. Learners cannot see it." },
  DIRECT: { icon: "direct", name: "Direct", who: "Only you and Callboard." },
};

export const kindOf = (place) => KINDS[place.kind];

export class Places {
  #list = document.getElementById("places");
  #plan = document.getElementById("plan");
  #person = document.getElementById("person");
  #count = document.getElementById("tab-count");
  #unread = new Map();
  #go;

  // go: {place(id), seat(plan, person)}
  constructor(go) {
    this.#go = go;
    this.#plan.addEventListener("change", () => go.seat(this.#plan.value, null));
    this.#person.addEventListener("change", () => go.seat(this.#plan.value, this.#person.value));
    this.#theme();
  }

  show(session, current) {
    this.#plan.replaceChildren(
      ...session.plans.map((plan) => el("option", { value: plan.key }, plan.title)),
    );
    this.#plan.value = session.plan;
    const people = session.plans.find((plan) => plan.key === session.plan).people;
    this.#person.replaceChildren(...this.#groups(people));
    this.#person.value = session.you.key;
    document.getElementById("role").textContent = session.you.role;
    this.#unread.clear();
    const seat = `${session.plan}/${session.you.key}`;
    for (const place of session.places) {
      const read = seen.upTo(seat, place.id);
      const me = `@${session.you.key}`;
      const fresh = place.entries.filter((entry) => entry.number > read && entry.author !== me);
      this.#unread.set(place.id, fresh.length);
    }
    this.#draw(session, current);
  }

  #groups(people) {
    const roles = [...new Set(people.map((person) => person.role))];
    return roles.map((role) =>
      el(
        "optgroup",
        { label: role[0].toUpperCase() + role.slice(1) },
        ...people
          .filter((person) => person.role === role)
          .map((person) => el("option", { value: person.key }, person.name)),
      ),
    );
  }

  arrived(session, place, current) {
    this.#unread.set(place, (this.#unread.get(place) ?? 0) + 1);
    this.#draw(session, current);
  }

  read(session, place) {
    this.#unread.set(place, 0);
    this.#draw(session, place);
  }

  #draw(session, current) {
    const rows = session.places.map((place) => {
      const count = this.#unread.get(place.id) ?? 0;
      const kind = kindOf(place);
      const badge = el("span", { className: "count" }, String(count));
      badge.append(el("span", { className: "hush" }, " unread"));
      return el(
        "li",
        {},
        el(
          "button",
          {
            type: "button",
            "data-place": place.id,
            className: count ? "unread" : null,
            "aria-current": place.id === current ? "true" : null,
            onclick: () => this.#go.place(place.id),
          },
          icon(kind.icon),
          kind.name,
          count ? badge : null,
        ),
      );
    });
    const focused = document.activeElement?.dataset?.place;
    this.#list.replaceChildren(...rows);
    if (focused) {
      this.#list.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
    }
    this.#total(session, current);
  }

  #total(session, current) {
    const total = [...this.#unread.values()].reduce((sum, count) => sum + count, 0);
    this.#count.hidden = total === 0;
    this.#count.textContent = String(total);
    const place = session.places.find((each) => each.id === current);
    const name = place ? kindOf(place).name : "Lobby";
    document.title = `${total ? `(${total}) ` : ""}${name} · Callboard`;
  }

  #theme() {
    const looks = ["system", "light", "dark"];
    const word = document.getElementById("theme-word");
    const name = () => {
      word.textContent = `Look: ${theme.get()}. Change it.`;
      word.parentElement.title = `Look: ${theme.get()}`;
    };
    word.parentElement.addEventListener("click", () => {
      const next = looks[(looks.indexOf(theme.get()) + 1) % looks.length];
      theme.set(next);
      if (next === "system") {
        delete document.documentElement.dataset.theme;
      } else {
        document.documentElement.dataset.theme = next;
      }
      name();
    });
    name();
  }
}
