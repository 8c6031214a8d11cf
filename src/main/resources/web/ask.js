// Questions in a dialog: one field, or just something to read.

import { el } from "./draw.js";

const dialog = document.getElementById("dialog");

dialog.addEventListener("click", (event) => {
  if (event.target === dialog) {
    dialog.close();
  }
});

// Asks for one text; calls answer(text) unless it was cancelled.
export function ask({ title, label, text, submit, hint, numeric }, answer) {
  const field = numeric
    ? el("input", { id: "dialog-field", inputmode: "numeric", maxlength: "20", autocomplete: "off" })
    : el("textarea", { id: "dialog-field", maxlength: "3500", rows: "3" });
  field.value = text ?? "";
  const send = (event) => {
    event.preventDefault();
    dialog.close();
    if (field.value.trim()) {
      answer(field.value.trim());
    }
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (numeric || event.ctrlKey || event.metaKey)) {
      send(event);
    }
  });
  show(
    title,
    el(
      "form",
      { onsubmit: send },
      el("label", { className: "label", for: "dialog-field" }, label),
      field,
      hint ? el("p", { className: "muted" }, hint) : null,
      el(
        "div",
        { className: "actions" },
        el("button", { type: "submit", className: "main" }, submit ?? "Send"),
        el("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
      ),
    ),
  );
  field.focus();
  field.select(); // what stands in it is a proposal, gone with the first key
}

// Asks before what nothing takes back. The way out comes first, so that Enter does no harm.
export function confirm({ title, text, yes, no }, confirmed) {
  const answer = () => {
    dialog.close();
    confirmed();
  };
  show(
    title,
    el("p", {}, text),
    el(
      "div",
      { className: "actions" },
      el("button", { type: "button", onclick: () => dialog.close() }, no),
      el("button", { type: "button", className: "danger", onclick: answer }, yes),
    ),
  );
}

// Offers a choice of buttons.
export function choose(title, choices, chosen) {
  show(
    title,
    el(
      "div",
      { className: "choices" },
      ...choices.map((choice) =>
        el(
          "button",
          {
            type: "button",
            onclick: () => {
              dialog.close();
              chosen(choice);
            },
          },
          choice.title,
        ),
      ),
    ),
    el("div", { className: "actions" }, el("button", { type: "button", onclick: () => dialog.close() }, "Cancel")),
  );
}

export function show(title, ...children) {
  dialog.replaceChildren(el("h2", { id: "dialog-title" }, title), ...children);
  if (!dialog.open) {
    dialog.showModal();
  }
}
