// The field: typing, completion of words, and the lines typed before.

import { el } from "./draw.js";
import { lines } from "./memory.js";
import { bare, completed, fitting } from "./words.js";

export class Composer {
  #field = document.getElementById("say");
  #list = document.getElementById("words");
  #words = [];
  #shown = [];
  #active = -1;
  #seat = "";
  #slash = false;
  #back = 0;

  constructor(send) {
    document.getElementById("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(send);
    });
    this.#field.addEventListener("input", () => {
      this.#back = 0;
      this.#offer();
    });
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("blur", () => this.#close());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => this.#shortcut(event));
  }

  // seat: whose lines are remembered; slash: whether a command must be marked here
  at({ seat, words, slash, placeholder, hint }) {
    this.#seat = seat;
    this.#words = words;
    this.#slash = slash;
    this.#back = 0;
    this.#field.placeholder = placeholder;
    document.getElementById("hint").replaceChildren(...hint);
    this.#close();
  }

  focus() {
    this.#field.focus();
  }

  #submit(send) {
    const line = this.#field.value.trim();
    if (line) {
      lines.add(this.#seat, line);
      this.#field.value = "";
      this.#back = 0;
      send(line);
    }
    this.#close();
  }

  #shortcut(event) {
    const typing = event.target.closest?.("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.body.dataset.tab = "chat";
      this.#field.focus();
      this.#set("/");
    }
  }

  #key(event) {
    const open = this.#shown.length > 0;
    if (event.key === "ArrowDown" && open) {
      this.#choose(this.#active + 1);
    } else if (event.key === "ArrowUp" && open && this.#back === 0 && this.#field.value) {
      this.#choose(this.#active - 1);
    } else if (event.key === "ArrowUp") {
      this.#recall(1);
    } else if (event.key === "ArrowDown" && this.#back > 0) {
      this.#recall(-1);
    } else if (event.key === "Tab" && open && !event.shiftKey) {
      this.#complete(Math.max(this.#active, 0));
    } else if (event.key === "Enter" && open && this.#active >= 0) {
      this.#complete(this.#active);
    } else if (event.key === "Escape" && open) {
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
  }

  #recall(step) {
    const old = lines.of(this.#seat);
    const back = Math.min(Math.max(this.#back + step, 0), old.length);
    if (back !== this.#back) {
      this.#set(back === 0 ? "" : old[old.length - back]);
      this.#close();
      this.#back = back;
    }
  }

  #set(text) {
    this.#field.value = text;
    this.#field.setSelectionRange(text.length, text.length);
    this.#back = 0;
    this.#offer();
  }

  #offer() {
    const line = this.#field.value;
    this.#shown = fitting(this.#words, line, this.#slash);
    this.#active = -1;
    const first = bare(line).split(/\s/)[0].length;
    this.#list.replaceChildren(...this.#shown.map((word, index) => this.#row(word, index, first)));
    this.#list.hidden = this.#shown.length === 0;
    this.#field.setAttribute("aria-expanded", String(this.#shown.length > 0));
    this.#field.removeAttribute("aria-activedescendant");
  }

  #row(word, index, typed) {
    const length = Math.min(typed, word.word.length);
    return el(
      "div",
      {
        className: "word",
        id: `word-${index}`,
        role: "option",
        "aria-selected": "false",
        onclick: () => this.#complete(index),
      },
      el(
        "span",
        { className: "usage" },
        el("b", {}, word.usage.slice(0, length)),
        word.usage.slice(length),
      ),
      el("span", {}, word.summary),
      el("span", { className: "examples" }, examples(word)),
    );
  }

  #choose(index) {
    const count = this.#shown.length;
    this.#active = (index + count) % count;
    [...this.#list.children].forEach((row, i) => {
      row.setAttribute("aria-selected", String(i === this.#active));
    });
    this.#list.children[this.#active].scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", `word-${this.#active}`);
  }

  #complete(index) {
    this.#set(completed(this.#field.value, this.#shown[index]));
    if (!this.#field.value.endsWith(" ")) {
      this.#close();
    }
    this.#field.focus();
  }

  #close() {
    this.#shown = [];
    this.#active = -1;
    this.#list.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }
}

// Those that show more than the word alone.
const examples = (word) =>
  word.examples.filter((example) => example !== word.word && example !== word.usage).join(" · ");
