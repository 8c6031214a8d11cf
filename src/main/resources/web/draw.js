// Draws what the server sends. Everything foreign is set as text, never as markup, and only web
// addresses become links.

import { clock, ownClock, ownZone } from "./time.js";
import { openPage } from "./ways.js";

// More times than this in one line are a table, where the reader's own would only be in the way.
const MOST_TIMES = 2;

const SVG = "http://www.w3.org/2000/svg";

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else {
      node.setAttribute(key === "className" ? "class" : key, value === true ? "" : value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

function webAddress(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
  } catch {
    return null;
  }
}

function span(part) {
  const text = String(part.text ?? "");
  const address = part.url ? webAddress(part.url) : null;
  if (address) {
    return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
  }
  if (part.at) {
    return moment(part.at, part.zone);
  }
  if (part.strong) {
    return el("strong", {}, text);
  }
  return part.code ? el("code", {}, text) : document.createTextNode(text);
}

// A time of the class; the reader's own, where it differs, is told on asking.
export function moment(at, zone) {
  const ours = ownClock(at, zone);
  const title = ours ? `${zone}; ${ours} in ${ownZone()}` : zone;
  return el("time", { datetime: at, title }, clock(at, zone));
}

function spans(list) {
  const parts = Array.isArray(list) ? list : [];
  const own = parts.filter((part) => part.at).map((part) => ownClock(part.at, part.zone));
  const nodes = parts.map(span);
  if (own.length && own.length <= MOST_TIMES && own.every(Boolean)) {
    nodes.push(el("span", { className: "own-zone" }, ` (${own.join(" to ")} yours)`));
  }
  return nodes;
}

function button(made, press) {
  if (made.url) {
    const address = webAddress(made.url);
    return el(
      "button",
      { type: "button", onclick: () => address && openPage(address) },
      made.label,
      icon("out"),
    );
  }
  const style = made.style === "main" || made.style === "danger" ? made.style : null;
  return el(
    "button",
    { type: "button", className: style, onclick: (event) => press(made, event.currentTarget) },
    made.label,
  );
}

// Kept as bytes without a kind, whatever it is: a file is saved, never shown in this page's name.
function file(made) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(String(made.base64 ?? "")), (letter) => letter.charCodeAt(0));
  } catch {
    return el("p", { className: "small", dir: "auto" }, `File: ${made.name}`);
  }
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const name = String(made.name ?? "file");
  if (made.mediaType === "image/png") {
    const src = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
    const picture = el("img", { src, alt: "A picture of what is said above", className: "shown" });
    return el("p", { className: "file", dir: "auto" }, picture, el("a", { href, download: name }, `Save ${name}`));
  }
  return el("p", { className: "file", dir: "auto" }, el("a", { href, download: name }, `Save ${name}`));
}

function block(made, press) {
  switch (made.type) {
    case "heading":
      return el("h2", { dir: "auto" }, made.text);
    case "text":
      return el("p", { className: "text", dir: "auto" }, ...spans(made.spans));
    case "small":
      return el("p", { className: "small", dir: "auto" }, ...spans(made.spans));
    case "facts":
      return el(
        "dl",
        { className: "facts" },
        ...made.facts.map((fact) =>
          el("div", {}, el("dt", {}, fact.label), el("dd", { dir: "auto" }, ...spans(fact.spans))),
        ),
      );
    case "file":
      return file(made);
    case "actions":
      return made.buttons.length
        ? el(
            "div",
            { className: "actions", role: "group", "aria-label": "Actions" },
            ...made.buttons.map((each) => button(each, press)),
          )
        : null;
    default:
      return null;
  }
}

// All blocks of a message; a card when there is more to it than text.
export function blocks(list, press) {
  const card = list.some((made) => made.type === "heading" || made.type === "facts");
  return el(
    "div",
    { className: card ? "blocks card" : "blocks" },
    ...list.map((made) => block(made, press)),
  );
}

export function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...word][0] ?? "").join("").toUpperCase();
}
